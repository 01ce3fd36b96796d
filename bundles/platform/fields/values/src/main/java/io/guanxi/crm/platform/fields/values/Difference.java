package io.guanxi.crm.platform.fields.values;

import io.guanxi.crm.platform.fields.CustomField;
import io.guanxi.crm.platform.fields.FieldValue;
import java.util.Optional;

/** A field of a record whose value changes. */
record Difference(long record, CustomField field, Optional<FieldValue> before, Optional<FieldValue> after) {

    static Optional<Difference> of(ValueChange change, CustomField field) {
        Optional<FieldValue> before = change.before().get(field.code());
        Optional<FieldValue> after = change.after().get(field.code());
        return before.equals(after)
                ? Optional.empty()
                : Optional.of(new Difference(change.record(), field, before, after));
    }

    boolean isUnique() {
        return field.field().rules().unique();
    }
}
