package io.guanxi.crm.platform.web;

import io.guanxi.crm.platform.fields.CustomField;
import io.guanxi.crm.platform.fields.CustomFieldAdmin;
import io.guanxi.crm.platform.fields.FieldDefinition;
import io.guanxi.crm.platform.fields.UnknownFieldException;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** Has no custom fields and takes none. */
final class NoFields implements CustomFieldAdmin {

    @Override
    public List<CustomField> all(String recordType) {
        return List.of();
    }

    @Override
    public Optional<CustomField> find(long id) {
        return Optional.empty();
    }

    @Override
    public CustomField define(FieldDefinition definition) {
        throw new UnsupportedOperationException();
    }

    @Override
    public CustomField change(long id, long version, UnaryOperator<FieldDefinition> change) {
        throw new UnknownFieldException(id);
    }

    @Override
    public CustomField retire(long id) {
        throw new UnknownFieldException(id);
    }

    @Override
    public CustomField restore(long id) {
        throw new UnknownFieldException(id);
    }
}
