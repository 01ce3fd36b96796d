package io.guanxi.crm.platform.security;

import java.util.Map;

/**
 * What a caller may do with the fields of a record type. It is applied before anything is looked for, sorted, searched,
 * written into a file or shown, so that what is hidden can't be found out in another way.
 *
 * @param limits by the field's code; what isn't in it may be read and written as far as the record may
 */
public record FieldRights(Map<String, FieldRight> limits) {

    /** No field is hidden. */
    public static final FieldRights EVERYTHING = new FieldRights(Map.of());

    public FieldRights {
        limits = Map.copyOf(limits);
    }

    /** True where there are no limits. */
    public boolean everything() {
        return limits.isEmpty();
    }

    /** Of a field; of one with parts, the least of their rights. */
    public FieldRight of(String code) {
        FieldRight least = FieldRight.WRITE;
        for (Map.Entry<String, FieldRight> limit : limits.entrySet()) {
            if (limit.getValue().compareTo(least) < 0 && isPartOf(limit.getKey(), code)) {
                least = limit.getValue();
            }
        }
        return least;
    }

    private static boolean isPartOf(String limited, String code) {
        return limited.equals(code) || limited.startsWith(code + ".") || code.startsWith(limited + ".");
    }

    /** True where the field's values are shown as they are. */
    public boolean reads(String code) {
        return of(code).compareTo(FieldRight.READ) >= 0;
    }

    /** True where the field can be changed. */
    public boolean writes(String code) {
        return of(code) == FieldRight.WRITE;
    }
}
