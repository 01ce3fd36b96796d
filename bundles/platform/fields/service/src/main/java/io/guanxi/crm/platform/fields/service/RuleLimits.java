package io.guanxi.crm.platform.fields.service;

import io.guanxi.crm.platform.fields.FieldDefinition;
import io.guanxi.crm.platform.fields.FieldRules;
import io.guanxi.crm.platform.fields.FieldType;
import io.guanxi.crm.platform.fields.values.ValueRules;
import io.guanxi.crm.platform.problem.FieldErrors;
import java.util.Set;

/** Which rules fit which type. */
final class RuleLimits {

    /** As long as the columns of indexes are. */
    static final int LONGEST_KEY = 200;

    private static final Set<FieldType> UNIQUE =
            Set.of(FieldType.TEXT, FieldType.NUMBER, FieldType.DATE, FieldType.INSTANT, FieldType.REFERENCE);

    private RuleLimits() {}

    static void check(FieldDefinition definition, FieldErrors errors) {
        checkLength(definition, errors);
        checkRange(definition, errors);
        if (definition.rules().unique() && !UNIQUE.contains(definition.type())) {
            errors.add("unique", "not-for-this-type", "Values of this type can't be unique.", "该类型不能设置唯一。");
        }
        if (definition.indexed() && definition.type() == FieldType.LONG_TEXT) {
            errors.add("indexed", "not-for-this-type", "A long text can't be indexed.", "长文本不能建立索引。");
        }
        if (definition.standard().isPresent() && definition.rules().unique()) {
            errors.add("standard", "not-unique", "A unique value can't be everybody's.", "唯一字段不能有默认值。");
        }
    }

    private static void checkLength(FieldDefinition definition, FieldErrors errors) {
        FieldRules rules = definition.rules();
        boolean isText = definition.type() == FieldType.TEXT;
        boolean isLong = definition.type() == FieldType.LONG_TEXT;
        if (rules.maxLength().isEmpty()) {
            return;
        }
        int length = rules.maxLength().get();
        int most = isLong ? ValueRules.LONGEST_LONG_TEXT : ValueRules.LONGEST_TEXT;
        if (!isText && !isLong) {
            errors.add("maxLength", "not-for-this-type", "Only texts have a length.", "仅文本可限制长度。");
        } else if (length < 1 || length > most) {
            errors.add(
                    "maxLength", "out-of-range", "Give a number from 1 to " + most + ".", "请填写 1 到 " + most + " 之间的数。");
        } else if (isText && length > LONGEST_KEY && (rules.unique() || definition.indexed())) {
            errors.add(
                    "maxLength",
                    "too-long-for-index",
                    "Texts that are unique or indexed have at most " + LONGEST_KEY + " characters.",
                    "唯一或建立索引的文本最多 " + LONGEST_KEY + " 个字符。");
        }
    }

    private static void checkRange(FieldDefinition definition, FieldErrors errors) {
        FieldRules rules = definition.rules();
        boolean ranged = rules.min().isPresent() || rules.max().isPresent();
        if (ranged && definition.type() != FieldType.NUMBER && definition.type() != FieldType.MONEY) {
            errors.add("min", "not-for-this-type", "Only numbers and amounts have a range.", "仅数字与金额可限制范围。");
        }
        if (rules.min().filter(n -> !ValueRules.isStorable(n)).isPresent()) {
            tooManyDigits("min", errors);
        }
        if (rules.max().filter(n -> !ValueRules.isStorable(n)).isPresent()) {
            tooManyDigits("max", errors);
        }
        if (rules.min().isPresent()
                && rules.max().isPresent()
                && rules.min().get().compareTo(rules.max().get()) > 0) {
            errors.add("max", "empty-range", "The most is less than the least.", "最大值小于最小值。");
        }
    }

    private static void tooManyDigits(String field, FieldErrors errors) {
        errors.add(
                field,
                "too-many-digits",
                "At most 20 digits before the point and 8 behind it are allowed.",
                "小数点前最多 20 位，小数点后最多 8 位。");
    }
}
