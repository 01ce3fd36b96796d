package io.guanxi.crm.platform.fields.values;

import io.guanxi.crm.platform.fields.CustomField;
import io.guanxi.crm.platform.fields.CustomValues;
import io.guanxi.crm.platform.fields.Field;
import io.guanxi.crm.platform.fields.FieldValue;
import io.guanxi.crm.platform.problem.FieldErrors;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The custom fields of a record type, as they are for the length of a transaction. */
final class FieldSet {

    private final List<CustomField> fields;
    private final References references;

    FieldSet(List<CustomField> fields, References references) {
        this.fields = fields;
        this.references = references;
    }

    List<CustomField> fields() {
        return fields;
    }

    References references() {
        return references;
    }

    /**
     * The values as they are stored.
     *
     * @param before empty for a new record, which gets the standard values
     */
    CustomValues clean(CustomValues given, Optional<CustomValues> before, FieldErrors errors) {
        refuseUnknown(given, errors);
        Map<String, FieldValue> clean = new HashMap<>();
        for (CustomField custom : fields) {
            int faults = errors.found().size();
            Optional<FieldValue> old = before.flatMap(values -> values.get(custom.code()));
            Optional<FieldValue> value = given.get(custom.code())
                    .or(() -> before.isEmpty() ? standard(custom) : Optional.empty())
                    .flatMap(v -> v.equals(old.orElse(null)) ? old : cleaned(custom.field(), v, old, errors));
            value.ifPresent(v -> clean.put(custom.code(), v));
            if (value.isEmpty()
                    && isMissed(custom, before, old)
                    && errors.found().size() == faults) {
                errors.add(custom.field().code(), "required", "A value is required.", "此项必填。");
            }
        }
        return CustomValues.of(clean);
    }

    // A record that is older than the field may stay without, so that everything else of it can be changed.
    private static boolean isMissed(CustomField custom, Optional<CustomValues> before, Optional<FieldValue> old) {
        return custom.field().rules().required() && (before.isEmpty() || old.isPresent());
    }

    private Optional<FieldValue> cleaned(
            Field field, FieldValue given, Optional<FieldValue> before, FieldErrors errors) {
        return ValueRules.clean(field, given, before, errors).filter(value -> references.exists(field, value, errors));
    }

    private static Optional<FieldValue> standard(CustomField custom) {
        return custom.standard().map(text -> CellRules.read(custom.field(), text));
    }

    private void refuseUnknown(CustomValues given, FieldErrors errors) {
        for (String code : given.byCode().keySet()) {
            if (fields.stream().noneMatch(field -> field.code().equals(code))) {
                errors.add(Field.CUSTOM + code, "unknown-field", "There is no such field.", "没有此字段。");
            }
        }
    }
}
