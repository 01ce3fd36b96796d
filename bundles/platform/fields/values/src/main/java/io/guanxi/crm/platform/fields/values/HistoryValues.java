package io.guanxi.crm.platform.fields.values;

import io.guanxi.crm.platform.fields.CustomValues;
import io.guanxi.crm.platform.fields.Field;
import io.guanxi.crm.platform.fields.FieldValue;
import io.guanxi.crm.platform.fields.FieldValue.BooleanValue;
import io.guanxi.crm.platform.fields.FieldValue.ChoicesValue;
import io.guanxi.crm.platform.fields.FieldValue.MoneyValue;
import java.util.Map;

/** Custom values as the history and the REST interface show them: text, flag, list of codes, amount with currency. */
public final class HistoryValues {

    private HistoryValues() {}

    /** Adds the values under {@code custom.<code>}. */
    public static void put(Map<String, Object> fields, CustomValues values) {
        values.byCode().forEach((code, value) -> fields.put(Field.CUSTOM + code, plain(value)));
    }

    private static Object plain(FieldValue value) {
        if (value instanceof BooleanValue flag) {
            return flag.isTrue();
        } else if (value instanceof ChoicesValue choices) {
            return choices.codes();
        }
        return value instanceof MoneyValue ? value : ValueText.of(value);
    }
}
