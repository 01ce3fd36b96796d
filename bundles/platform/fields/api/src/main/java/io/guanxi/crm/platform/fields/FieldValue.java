package io.guanxi.crm.platform.fields;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/**
 * The value of a custom field. What comes from outside is made of {@link TextValue}, {@link NumberValue},
 * {@link MoneyValue}, {@link BooleanValue} and {@link ChoicesValue} alone, as JSON has nothing else; the field's rules turn
 * it into the form its type has.
 */
public sealed interface FieldValue {

    /** Of {@link FieldType#TEXT} and {@link FieldType#LONG_TEXT}. */
    record TextValue(String text) implements FieldValue {}

    /** Of {@link FieldType#NUMBER}; 1.50 equals 1.5. */
    record NumberValue(BigDecimal number) implements FieldValue {
        public NumberValue {
            number = plain(number);
        }
    }

    /**
     * Of {@link FieldType#MONEY}.
     *
     * @param currency ISO 4217 code
     */
    record MoneyValue(BigDecimal amount, String currency) implements FieldValue {
        public MoneyValue {
            amount = plain(amount);
        }
    }

    /** Of {@link FieldType#DATE}. */
    record DateValue(LocalDate date) implements FieldValue {}

    /** Of {@link FieldType#INSTANT}, to the millisecond. */
    record InstantValue(Instant instant) implements FieldValue {}

    /** Of {@link FieldType#BOOLEAN}. */
    record BooleanValue(boolean isTrue) implements FieldValue {}

    /** Of {@link FieldType#CHOICE}. */
    record ChoiceValue(String code) implements FieldValue {}

    /** Of {@link FieldType#CHOICES}: at least one code, in the order of the field's choices. */
    record ChoicesValue(List<String> codes) implements FieldValue {
        public ChoicesValue {
            codes = List.copyOf(codes);
        }
    }

    /** Of {@link FieldType#REFERENCE}. */
    record ReferenceValue(long id) implements FieldValue {}

    private static BigDecimal plain(BigDecimal number) {
        BigDecimal stripped = number.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }
}
