package io.guanxi.crm.platform.fields.service;

import io.guanxi.crm.platform.fields.CustomField;
import io.guanxi.crm.platform.fields.FieldRules;
import io.guanxi.crm.platform.fields.ValueStore;
import io.guanxi.crm.platform.problem.ConflictException;
import io.guanxi.crm.platform.problem.FieldError;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/** Brings the values that are there in line with a changed definition, or says why they aren't; nobody writes meanwhile. */
final class ExistingValues {

    /** More would keep writers waiting for longer than a transaction may last. */
    static final int MOST_TO_CLAIM = 200_000;

    private final ValueStore store;

    ExistingValues(ValueStore store) {
        this.store = store;
    }

    /** @throws ConflictException naming the rule that values break */
    void adapt(CustomField before, CustomField after) {
        FieldRules old = before.field().rules();
        FieldRules rules = after.field().rules();
        if (rules.required() && !old.required()) {
            requireNone(
                    store.lacking(after.id()),
                    "required",
                    "values-missing",
                    " records have no value in this field.",
                    " 条记录的此字段为空。");
        }
        if (!rules.maxLength().equals(old.maxLength())) {
            requireObeyed("maxLength", after, rules.maxLength(), Optional.empty(), Optional.empty());
        }
        if (!rules.min().equals(old.min())) {
            requireObeyed("min", after, Optional.empty(), rules.min(), Optional.empty());
        }
        if (!rules.max().equals(old.max())) {
            requireObeyed("max", after, Optional.empty(), Optional.empty(), rules.max());
        }
        if (rules.unique() && !old.unique()) {
            claim(after);
        } else if (!rules.unique() && old.unique()) {
            store.release(after.id());
        }
        if (IndexState.of(before) != IndexState.NONE && IndexState.of(after) == IndexState.NONE) {
            store.unindex(after.id());
        }
    }

    private void requireObeyed(
            String rule,
            CustomField field,
            Optional<Integer> maxLength,
            Optional<BigDecimal> min,
            Optional<BigDecimal> max) {
        CustomField alone = new CustomField(
                field.id(),
                field.version(),
                field.recordType(),
                field.field().with(new FieldRules(false, false, maxLength, min, max)),
                field.indexed(),
                field.ordinal(),
                field.standard(),
                field.retired());
        requireNone(
                store.breaking(alone),
                rule,
                "values-outside",
                " records have a value that would not be allowed.",
                " 条记录的值不符合新规则。");
    }

    private void claim(CustomField field) {
        List<String> shared = store.shared(field, 3);
        if (!shared.isEmpty()) {
            String some = String.join(", ", shared);
            throw conflict(
                    "unique",
                    "values-shared",
                    "Several records have the same value: " + some + ".",
                    "多条记录的值相同：" + some + "。");
        }
        if (!store.claim(field, MOST_TO_CLAIM)) {
            throw conflict(
                    "unique",
                    "too-many-values",
                    "A field with more than " + MOST_TO_CLAIM + " values can't become unique. Define a new one.",
                    "超过 " + MOST_TO_CLAIM + " 个值的字段不能改为唯一，请新建字段。");
        }
    }

    private static void requireNone(long records, String field, String code, String en, String zh) {
        if (records > 0) {
            throw conflict(field, code, records + en, records + zh);
        }
    }

    private static ConflictException conflict(String field, String code, String en, String zh) {
        return new ConflictException(FieldError.of(field, code, en, zh));
    }
}
