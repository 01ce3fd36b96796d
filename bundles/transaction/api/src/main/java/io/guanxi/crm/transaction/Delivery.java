package io.guanxi.crm.transaction;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Goods that left for the customer; {@code id} is 0 before it is stored. */
public record Delivery(
        long id,
        Instant at,
        Optional<String> carrier,
        Optional<String> trackingNumber,
        Optional<String> note,
        List<Line> lines) {

    public Delivery {
        lines = List.copyOf(lines);
    }

    /** Part of an order line; {@code line} counts from 1. */
    public record Line(int line, BigDecimal quantity) {}
}
