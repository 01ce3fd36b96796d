package io.guanxi.crm.platform.fields.values;

import io.guanxi.crm.platform.fields.FieldValue;
import io.guanxi.crm.platform.fields.FieldValue.BooleanValue;
import io.guanxi.crm.platform.fields.FieldValue.ChoiceValue;
import io.guanxi.crm.platform.fields.FieldValue.ChoicesValue;
import io.guanxi.crm.platform.fields.FieldValue.DateValue;
import io.guanxi.crm.platform.fields.FieldValue.InstantValue;
import io.guanxi.crm.platform.fields.FieldValue.MoneyValue;
import io.guanxi.crm.platform.fields.FieldValue.NumberValue;
import io.guanxi.crm.platform.fields.FieldValue.ReferenceValue;
import io.guanxi.crm.platform.fields.FieldValue.TextValue;

/** A value as the text of a cell, of the one form that reads back as the same value. */
public final class ValueText {

    private ValueText() {}

    /** Money is {@code 12.50 CNY}, choices {@code a;b}, everything else as in JSON. */
    public static String of(FieldValue value) {
        if (value instanceof TextValue text) {
            return text.text();
        } else if (value instanceof NumberValue number) {
            return number.number().toPlainString();
        } else if (value instanceof MoneyValue money) {
            return money.amount().toPlainString() + " " + money.currency();
        } else if (value instanceof DateValue date) {
            return date.date().toString();
        } else if (value instanceof InstantValue instant) {
            return instant.instant().toString();
        } else if (value instanceof BooleanValue flag) {
            return Boolean.toString(flag.isTrue());
        } else if (value instanceof ChoiceValue choice) {
            return choice.code();
        } else if (value instanceof ChoicesValue choices) {
            return String.join(";", choices.codes());
        }
        return Long.toString(((ReferenceValue) value).id());
    }
}
