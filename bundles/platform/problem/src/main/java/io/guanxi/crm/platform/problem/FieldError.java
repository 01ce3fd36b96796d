package io.guanxi.crm.platform.problem;

/**
 * One thing wrong with one field.
 *
 * @param field path in the caller's document, such as {@code persons[0].email}
 * @param code stable name of the rule, such as {@code invalid-email}
 */
public record FieldError(String field, String code, Text message) {

    public static FieldError of(String field, String code, String en, String zh) {
        return new FieldError(field, code, new Text(en, zh));
    }
}
