package io.guanxi.crm.transaction.web;

import io.guanxi.crm.transaction.OrderLine;
import java.math.BigDecimal;
import java.util.Optional;

/** What can be written of an order line. */
public record LineBody(
        Optional<String> product,
        Optional<String> description,
        Optional<BigDecimal> quantity,
        Optional<BigDecimal> unitPrice,
        Optional<BigDecimal> discount) {

    static LineBody of(OrderLine line) {
        return new LineBody(
                Optional.of(line.product()),
                line.description(),
                Optional.of(line.quantity()),
                Optional.of(line.unitPrice()),
                Optional.of(line.discount()));
    }

    OrderLine toLine() {
        return new OrderLine(
                product.orElse(""),
                description,
                quantity.orElse(BigDecimal.ZERO),
                unitPrice.orElse(BigDecimal.ZERO),
                discount.orElse(BigDecimal.ZERO));
    }
}
