package io.guanxi.crm.platform.fields.values;

import io.guanxi.crm.platform.fields.Choice;
import io.guanxi.crm.platform.fields.Field;
import io.guanxi.crm.platform.fields.FieldType;
import io.guanxi.crm.platform.fields.FieldValue;
import io.guanxi.crm.platform.fields.FieldValue.ChoiceValue;
import io.guanxi.crm.platform.fields.FieldValue.ChoicesValue;
import io.guanxi.crm.platform.fields.FieldValue.TextValue;
import io.guanxi.crm.platform.problem.FieldErrors;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Choices: codes that are on offer, or that the record has already. */
final class ChoiceRules {

    private ChoiceRules() {}

    static Optional<FieldValue> clean(Field field, FieldValue given, Optional<FieldValue> before, FieldErrors errors) {
        Set<String> kept = Set.copyOf(before.map(ChoiceRules::codes).orElse(List.of()));
        if (field.type() == FieldType.CHOICES && !(given instanceof ChoicesValue)) {
            errors.add(field.code(), "not-a-list", "Give a list of choices.", "请填写选项列表。");
            return Optional.empty();
        }
        List<String> wanted = codes(given);
        if (field.type() == FieldType.CHOICE && wanted.size() != 1) {
            errors.add(field.code(), "not-a-choice", "Give one of the choices.", "请填写一个选项。");
            return Optional.empty();
        }
        for (String code : wanted) {
            if (!isAllowed(field, code, kept)) {
                errors.add(
                        field.code(),
                        "unknown-choice",
                        "“" + shortened(code) + "” is not one of the choices.",
                        "“" + shortened(code) + "”不是可选项。");
                return Optional.empty();
            }
        }
        return field.type() == FieldType.CHOICE ? Optional.of(new ChoiceValue(wanted.get(0))) : ordered(field, wanted);
    }

    private static boolean isAllowed(Field field, String code, Set<String> kept) {
        return field.choices().stream()
                .anyMatch(choice -> choice.code().equals(code) && (!choice.retired() || kept.contains(code)));
    }

    private static Optional<FieldValue> ordered(Field field, List<String> wanted) {
        List<String> codes = field.choices().stream()
                .map(Choice::code)
                .filter(wanted::contains)
                .toList();
        return codes.isEmpty() ? Optional.empty() : Optional.of(new ChoicesValue(codes));
    }

    private static List<String> codes(FieldValue value) {
        if (value instanceof TextValue text) {
            return List.of(text.text());
        }
        if (value instanceof ChoiceValue choice) {
            return List.of(choice.code());
        }
        return value instanceof ChoicesValue choices ? choices.codes() : List.of();
    }

    private static String shortened(String code) {
        return code.length() <= 40 ? code : code.substring(0, 40) + "…";
    }
}
