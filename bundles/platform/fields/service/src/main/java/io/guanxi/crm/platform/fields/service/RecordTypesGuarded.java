package io.guanxi.crm.platform.fields.service;

import io.guanxi.crm.platform.fields.CustomField;
import io.guanxi.crm.platform.fields.Field;
import io.guanxi.crm.platform.fields.FieldCatalog;
import io.guanxi.crm.platform.fields.RecordType;
import io.guanxi.crm.platform.security.Action;
import io.guanxi.crm.platform.security.GuardedField;
import io.guanxi.crm.platform.security.GuardedType;
import io.guanxi.crm.platform.security.GuardedTypes;
import java.util.List;
import java.util.stream.Stream;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Names the record types of all modules to the roles, and the definitions of custom fields. */
@Component
public class RecordTypesGuarded implements GuardedTypes {

    private final FieldCatalog catalog;

    @Activate
    public RecordTypesGuarded(@Reference FieldCatalog catalog) {
        this.catalog = catalog;
    }

    @Override
    public List<GuardedType> types() {
        Stream<GuardedType> fields =
                Stream.of(GuardedType.of("field", "Custom fields", "自定义字段", Action.READ, Action.CONFIGURE));
        return Stream.concat(fields, catalog.types().stream().map(this::guarded))
                .toList();
    }

    private GuardedType guarded(RecordType type) {
        Stream<Field> own = type.fields().stream()
                .filter(field -> !field.use().readOnly() && !type.openFields().contains(field.code()));
        Stream<Field> custom = catalog.customFields(type.code()).stream()
                .filter(field -> !field.retired())
                .map(CustomField::field);
        return GuardedType.ofRecords(type.code(), type.label())
                .with(Stream.of(own, type.furtherFields().stream(), custom)
                        .flatMap(fields -> fields)
                        .map(RecordTypesGuarded::guarded)
                        .toList());
    }

    private static GuardedField guarded(Field field) {
        return new GuardedField(field.code(), field.label(), field.use().personal());
    }
}
