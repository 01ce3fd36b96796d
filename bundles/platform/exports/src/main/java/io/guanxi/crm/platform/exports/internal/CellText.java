package io.guanxi.crm.platform.exports.internal;

import java.math.BigDecimal;

/** Values as text: decimals without exponent, dates and instants in ISO 8601. */
final class CellText {

    private CellText() {}

    static String of(Object value) {
        return value instanceof BigDecimal decimal ? decimal.toPlainString() : value.toString();
    }
}
