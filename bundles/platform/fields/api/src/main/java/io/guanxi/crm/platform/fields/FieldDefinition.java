package io.guanxi.crm.platform.fields;

import io.guanxi.crm.platform.problem.Text;
import java.util.List;
import java.util.Optional;

/**
 * What an administrator says of a custom field.
 *
 * @param code lower-case letter first, then letters and digits, at most 40; with or without {@value Field#CUSTOM}; it stays
 *     for ever, and so do {@code recordType}, {@code type} and {@code reference}
 * @param listed shown in lists where the user has chosen nothing else
 * @param personal data of a person: masked, exported and erased with it
 * @param choices in order; one that is there can be retired, not taken away
 * @param indexed filters by it are served by an index
 * @param ordinal position among the custom fields of its type; empty: the last one
 * @param standard value of a new record that doesn't give one, as a cell of a file
 */
public record FieldDefinition(
        String recordType,
        String code,
        FieldType type,
        Text label,
        Optional<Text> help,
        Optional<Text> section,
        FieldRules rules,
        boolean listed,
        boolean personal,
        List<Choice> choices,
        Optional<String> reference,
        boolean indexed,
        Optional<Integer> ordinal,
        Optional<String> standard) {

    public FieldDefinition {
        choices = List.copyOf(choices);
    }

    /** A field without rules, choices or help. */
    public static FieldDefinition of(String recordType, String code, FieldType type, String en, String zh) {
        return new FieldDefinition(
                recordType,
                code,
                type,
                new Text(en, zh),
                Optional.empty(),
                Optional.empty(),
                FieldRules.NONE,
                false,
                false,
                List.of(),
                Optional.empty(),
                false,
                Optional.empty(),
                Optional.empty());
    }

    /** What a field was defined as. */
    public static FieldDefinition of(CustomField custom) {
        Field field = custom.field();
        return new FieldDefinition(
                custom.recordType(),
                field.code(),
                field.type(),
                field.label(),
                field.help(),
                field.section(),
                field.rules(),
                field.use().listed(),
                field.use().personal(),
                field.choices(),
                field.reference(),
                custom.indexed() || custom.indexing(),
                Optional.of(custom.ordinal()),
                custom.standard());
    }

    /** The same field with these rules. */
    public FieldDefinition with(FieldRules newRules) {
        return new FieldDefinition(
                recordType,
                code,
                type,
                label,
                help,
                section,
                newRules,
                listed,
                personal,
                choices,
                reference,
                indexed,
                ordinal,
                standard);
    }

    /** The same field with these choices. */
    public FieldDefinition with(List<Choice> newChoices) {
        return new FieldDefinition(
                recordType,
                code,
                type,
                label,
                help,
                section,
                rules,
                listed,
                personal,
                newChoices,
                reference,
                indexed,
                ordinal,
                standard);
    }

    /** The same field under this label. */
    public FieldDefinition with(Text newLabel) {
        return new FieldDefinition(
                recordType,
                code,
                type,
                newLabel,
                help,
                section,
                rules,
                listed,
                personal,
                choices,
                reference,
                indexed,
                ordinal,
                standard);
    }

    /** The same field, pointing to records of this type. */
    public FieldDefinition to(String referredType) {
        return new FieldDefinition(
                recordType,
                code,
                type,
                label,
                help,
                section,
                rules,
                listed,
                personal,
                choices,
                Optional.of(referredType),
                indexed,
                ordinal,
                standard);
    }

    /** The same field with or without an index. */
    public FieldDefinition indexed(boolean newIndexed) {
        return new FieldDefinition(
                recordType,
                code,
                type,
                label,
                help,
                section,
                rules,
                listed,
                personal,
                choices,
                reference,
                newIndexed,
                ordinal,
                standard);
    }

    /** The same field, new records having this value. */
    public FieldDefinition withStandard(String newStandard) {
        return new FieldDefinition(
                recordType,
                code,
                type,
                label,
                help,
                section,
                rules,
                listed,
                personal,
                choices,
                reference,
                indexed,
                ordinal,
                Optional.of(newStandard));
    }
}
