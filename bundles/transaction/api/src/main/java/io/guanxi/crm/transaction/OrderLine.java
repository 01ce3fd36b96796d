package io.guanxi.crm.transaction;

import java.math.BigDecimal;
import java.util.Optional;

/**
 * A line of an order.
 *
 * @param product code of the product
 * @param quantity above zero, at most four decimals
 * @param unitPrice above zero, at most four decimals
 * @param discount taken off the line as a whole, zero to the line's price
 */
public record OrderLine(
        String product, Optional<String> description, BigDecimal quantity, BigDecimal unitPrice, BigDecimal discount) {

    /** {@code quantity × unitPrice − discount}, exact. */
    public BigDecimal amount() {
        return quantity.multiply(unitPrice).subtract(discount);
    }
}
