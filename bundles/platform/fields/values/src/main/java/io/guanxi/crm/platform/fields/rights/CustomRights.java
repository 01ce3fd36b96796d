package io.guanxi.crm.platform.fields.rights;

import io.guanxi.crm.platform.fields.CustomValues;
import io.guanxi.crm.platform.fields.Field;
import io.guanxi.crm.platform.fields.FieldValue;
import io.guanxi.crm.platform.problem.FieldErrors;
import io.guanxi.crm.platform.security.FieldRight;
import io.guanxi.crm.platform.security.FieldRights;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/** Rights to custom fields. */
public final class CustomRights {

    private CustomRights() {}

    /** The values as a caller with these rights sees them. */
    public static CustomValues shown(CustomValues values, FieldRights rights) {
        if (rights.everything() || values.isEmpty()) {
            return values;
        }
        Map<String, FieldValue> shown = new HashMap<>();
        values.byCode().forEach((code, value) -> shown(value, rights.of(Field.CUSTOM + code))
                .ifPresent(seen -> shown.put(code, seen)));
        return CustomValues.of(shown);
    }

    private static Optional<FieldValue> shown(FieldValue value, FieldRight right) {
        return switch (right) {
            case NONE -> Optional.empty();
            case MASK -> MaskedText.of(value);
            case READ, WRITE -> Optional.of(value);
        };
    }

    /** What a caller wants who saw {@code before} through {@link #shown}: what was hidden, and sent back as it was, is as before. */
    public static CustomValues wanted(
            CustomValues before, CustomValues wanted, FieldRights rights, FieldErrors errors) {
        if (rights.everything()) {
            return wanted;
        }
        CustomValues result = wanted;
        TreeSet<String> codes = new TreeSet<>(before.byCode().keySet());
        codes.addAll(wanted.byCode().keySet());
        for (String code : codes) {
            FieldRight right = rights.of(Field.CUSTOM + code);
            if (right.compareTo(FieldRight.READ) < 0) {
                Optional<FieldValue> was = before.get(code);
                if (!wanted.get(code).equals(was.flatMap(value -> shown(value, right)))) {
                    FieldGuard.refuse(Field.CUSTOM + code, errors);
                }
                result = was.isPresent() ? result.with(code, was.get()) : result.without(code);
            }
        }
        return result;
    }

    /**
     * Refuses values that differ from those of before where the caller may not change them.
     *
     * @param stored empty for a new record
     * @param after as they are to be stored; of a new record as they were given, since standard values are nobody's
     */
    public static void check(
            Optional<CustomValues> stored, CustomValues after, FieldRights rights, FieldErrors errors) {
        if (rights.everything()) {
            return;
        }
        CustomValues before = stored.orElse(CustomValues.NONE);
        TreeSet<String> codes = new TreeSet<>(before.byCode().keySet());
        codes.addAll(after.byCode().keySet());
        for (String code : codes) {
            if (!rights.writes(Field.CUSTOM + code) && !before.get(code).equals(after.get(code))) {
                FieldGuard.refuse(Field.CUSTOM + code, errors);
            }
        }
    }
}
