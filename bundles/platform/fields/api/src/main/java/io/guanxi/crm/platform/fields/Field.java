package io.guanxi.crm.platform.fields;

import io.guanxi.crm.platform.problem.Text;
import java.util.List;
import java.util.Optional;

/**
 * A field of a record type.
 *
 * @param code name on the wire; that of a custom field begins with {@value #CUSTOM}, that of a nested one has dots
 * @param section heading under which forms show it; empty: the first one
 * @param choices for {@link FieldType#CHOICE} and {@link FieldType#CHOICES}, in order, retired ones included
 * @param reference record type a {@link FieldType#REFERENCE} points to
 * @param many a record has a list of such values; that of a nested field is a list of what the field lies in
 */
public record Field(
        String code,
        FieldType type,
        Text label,
        Optional<Text> help,
        Optional<Text> section,
        FieldRules rules,
        FieldUse use,
        List<Choice> choices,
        Optional<String> reference,
        boolean many) {

    /** How the codes of custom fields begin. */
    public static final String CUSTOM = "custom.";

    public Field {
        choices = List.copyOf(choices);
    }

    /** A field of a module, without rules, help or section. */
    public static Field of(String code, FieldType type, String en, String zh, FieldUse use) {
        return new Field(
                code,
                type,
                new Text(en, zh),
                Optional.empty(),
                Optional.empty(),
                FieldRules.NONE,
                use,
                List.of(),
                Optional.empty(),
                false);
    }

    /** The same field with these rules. */
    public Field with(FieldRules newRules) {
        return new Field(code, type, label, help, section, newRules, use, choices, reference, many);
    }

    /** The same field with these choices. */
    public Field with(List<Choice> newChoices) {
        return new Field(code, type, label, help, section, rules, use, newChoices, reference, many);
    }

    /** The same field, pointing to records of this type. */
    public Field to(String recordType) {
        return new Field(code, type, label, help, section, rules, use, choices, Optional.of(recordType), many);
    }

    /** The same field, of which this may be done. */
    public Field with(FieldUse newUse) {
        return new Field(code, type, label, help, section, rules, newUse, choices, reference, many);
    }

    /** The same field under this heading. */
    public Field under(Text heading) {
        return new Field(code, type, label, help, Optional.of(heading), rules, use, choices, reference, many);
    }

    /** The same field with a hint for those who fill it in. */
    public Field hint(String en, String zh) {
        return new Field(
                code, type, label, Optional.of(new Text(en, zh)), section, rules, use, choices, reference, many);
    }

    /** The same field, of which a record has a list. */
    public Field several() {
        return new Field(code, type, label, help, section, rules, use, choices, reference, true);
    }

    /** True for a field that an enterprise has added. */
    public boolean isCustom() {
        return code.startsWith(CUSTOM);
    }
}
