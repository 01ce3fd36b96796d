package io.guanxi.crm.platform.fields;

import java.util.List;
import java.util.Optional;

/** Knows no type. */
enum NoFields implements FieldCatalog {
    INSTANCE;

    @Override
    public List<RecordType> types() {
        return List.of();
    }

    @Override
    public Optional<RecordType> type(String code) {
        return Optional.empty();
    }

    @Override
    public List<Field> fields(String type) {
        return List.of();
    }

    @Override
    public List<CustomField> customFields(String type) {
        return List.of();
    }
}
