package io.guanxi.crm.platform.fields.service;

import io.guanxi.crm.platform.fields.Choice;
import io.guanxi.crm.platform.fields.CustomFieldAdmin;
import io.guanxi.crm.platform.fields.Field;
import io.guanxi.crm.platform.fields.FieldDefinition;
import io.guanxi.crm.platform.fields.FieldType;
import io.guanxi.crm.platform.problem.FieldErrors;
import io.guanxi.crm.platform.problem.Text;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What a definition may say, whatever else is there. Errors are named after the fields of the REST interface. */
final class DefinitionRules {

    private static final String CODE = "[a-z][A-Za-z0-9]{0,39}";
    private static final String CHOICE_CODE = "[A-Za-z0-9][A-Za-z0-9_.-]{0,39}";
    private static final int LAST_ORDINAL = 100_000;

    private final Stores stores;

    DefinitionRules(Stores stores) {
        this.stores = stores;
    }

    /** The definition as it is stored, its code without {@value Field#CUSTOM}. Whatever is wrong goes to {@code errors}. */
    FieldDefinition clean(FieldDefinition given, FieldErrors errors) {
        FieldDefinition clean = new FieldDefinition(
                given.recordType(),
                code(given.code(), errors),
                given.type(),
                text("label", given.label(), 100, errors),
                given.help().map(help -> text("help", help, 500, errors)),
                given.section().map(section -> text("section", section, 100, errors)),
                given.rules(),
                given.listed(),
                given.personal(),
                choices(given, errors),
                given.reference(),
                given.indexed(),
                given.ordinal(),
                errors.lines("standard", given.standard(), 2000));
        checkType(clean, errors);
        if (clean.ordinal().filter(o -> o < 0 || o > LAST_ORDINAL).isPresent()) {
            errors.add("ordinal", "out-of-range", "Give a number from 0 to 100000.", "请填写 0 到 100000 之间的数。");
        }
        RuleLimits.check(clean, errors);
        return clean;
    }

    static String bare(String code) {
        return code.startsWith(Field.CUSTOM) ? code.substring(Field.CUSTOM.length()) : code;
    }

    private static String code(String code, FieldErrors errors) {
        String bare = bare(code);
        if (!bare.matches(CODE)) {
            errors.add(
                    "code",
                    "invalid-code",
                    "A code is a lower-case letter, then letters and digits, at most 40.",
                    "代码须以小写字母开头，只含字母与数字，最多 40 个字符。");
        }
        return bare;
    }

    private static Text text(String field, Text text, int max, FieldErrors errors) {
        return new Text(errors.required(field + ".en", text.en(), max), errors.required(field + ".zh", text.zh(), max));
    }

    private void checkType(FieldDefinition definition, FieldErrors errors) {
        if (!stores.takesCustomFields(definition.recordType())) {
            errors.add("type", "unknown-record-type", "No records of this type take custom fields.", "该类型的记录不支持自定义字段。");
        }
        boolean refers = definition.type() == FieldType.REFERENCE;
        Optional<String> reference = definition.reference();
        if (refers && reference.filter(type -> stores.store(type).isPresent()).isEmpty()) {
            errors.add("reference", "unknown-record-type", "Name a type of records.", "请填写有效的记录类型。");
        } else if (!refers && reference.isPresent()) {
            errors.add("reference", "not-for-this-type", "Only a reference points to records.", "仅引用字段可指向记录。");
        }
    }

    private static List<Choice> choices(FieldDefinition given, FieldErrors errors) {
        boolean chooses = given.type() == FieldType.CHOICE || given.type() == FieldType.CHOICES;
        if (!chooses && !given.choices().isEmpty()) {
            errors.add("choices", "not-for-this-type", "This type has no choices.", "该类型没有选项。");
            return List.of();
        }
        if (chooses && given.choices().stream().allMatch(Choice::retired)) {
            errors.add("choices", "required", "There must be something to choose.", "至少需要一个可用选项。");
        }
        if (given.choices().size() > CustomFieldAdmin.MOST_CHOICES) {
            errors.add("choices", "too-many", "At most 500 choices are allowed.", "最多 500 个选项。");
            return List.of();
        }
        List<Choice> clean = new ArrayList<>();
        Set<String> codes = new HashSet<>();
        for (int i = 0; i < given.choices().size(); i++) {
            String path = "choices[" + i + "].";
            Choice choice = given.choices().get(i);
            if (!choice.code().matches(CHOICE_CODE)) {
                errors.add(
                        path + "code",
                        "invalid-code",
                        "A choice's code has letters, digits, _ . and - only, at most 40.",
                        "选项代码只含字母、数字、_ . 和 -，最多 40 个字符。");
            } else if (!codes.add(choice.code())) {
                errors.add(path + "code", "duplicate", "Another choice has this code.", "该代码已被其他选项使用。");
            }
            clean.add(new Choice(choice.code(), text(path + "label", choice.label(), 100, errors), choice.retired()));
        }
        return clean;
    }
}
