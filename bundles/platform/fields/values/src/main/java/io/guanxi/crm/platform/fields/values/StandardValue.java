package io.guanxi.crm.platform.fields.values;

import io.guanxi.crm.platform.fields.Field;
import io.guanxi.crm.platform.problem.FieldError;
import io.guanxi.crm.platform.problem.FieldErrors;
import java.util.Optional;

/** The value of a new record that doesn't give one. */
public final class StandardValue {

    private StandardValue() {}

    /** Reports to {@code errors}, at {@code standard}, what the field's own rules say of it. */
    public static void check(Field field, Optional<String> standard, FieldErrors errors) {
        standard.ifPresent(text -> {
            FieldErrors found = new FieldErrors();
            ValueRules.clean(field, CellRules.read(field, text), Optional.empty(), found);
            for (FieldError error : found.found()) {
                errors.add(
                        "standard",
                        error.code(),
                        error.message().en(),
                        error.message().zh());
            }
        });
    }
}
