package io.guanxi.crm.platform.web;

import io.guanxi.crm.platform.fields.FieldDefinition;
import io.guanxi.crm.platform.fields.FieldRules;
import io.guanxi.crm.platform.fields.FieldType;
import io.guanxi.crm.platform.problem.InvalidValueException;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/**
 * What can be written of a custom field.
 *
 * @param type of the records
 */
public record FieldBody(
        Optional<String> type,
        Optional<String> code,
        Optional<FieldType> fieldType,
        Optional<LabelView> label,
        Optional<LabelView> help,
        Optional<LabelView> section,
        Optional<Boolean> required,
        Optional<Boolean> unique,
        Optional<Integer> maxLength,
        Optional<BigDecimal> min,
        Optional<BigDecimal> max,
        Optional<Boolean> listed,
        Optional<Boolean> personal,
        List<ChoiceView> choices,
        Optional<String> reference,
        Optional<Boolean> indexed,
        Optional<Integer> ordinal,
        Optional<String> standard) {

    static FieldBody of(FieldDefinition definition) {
        FieldRules rules = definition.rules();
        return new FieldBody(
                Optional.of(definition.recordType()),
                Optional.of(definition.code()),
                Optional.of(definition.type()),
                Optional.of(LabelView.of(definition.label())),
                definition.help().map(LabelView::of),
                definition.section().map(LabelView::of),
                Optional.of(rules.required()),
                Optional.of(rules.unique()),
                rules.maxLength(),
                rules.min(),
                rules.max(),
                Optional.of(definition.listed()),
                Optional.of(definition.personal()),
                definition.choices().stream().map(ChoiceView::of).toList(),
                definition.reference(),
                Optional.of(definition.indexed()),
                definition.ordinal(),
                definition.standard());
    }

    /** @throws InvalidValueException where the type is missing; everything else is for the catalogue to judge */
    FieldDefinition toDefinition() {
        return new FieldDefinition(
                type.orElse(""),
                code.orElse(""),
                fieldType.orElseThrow(
                        () -> new InvalidValueException("fieldType", "required", "A value is required.", "此项必填。")),
                label.orElse(new LabelView(Optional.empty(), Optional.empty())).toText(),
                help.map(LabelView::toText),
                section.map(LabelView::toText),
                new FieldRules(required.orElse(false), unique.orElse(false), maxLength, min, max),
                listed.orElse(false),
                personal.orElse(false),
                choices.stream().map(ChoiceView::toChoice).toList(),
                reference,
                indexed.orElse(false),
                ordinal,
                standard);
    }
}
