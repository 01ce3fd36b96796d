package io.guanxi.crm.transaction;

import java.util.Optional;

/** Identity of an order. */
public record OrderId(long value) {

    /** The id a text stands for; empty where it can't be one. */
    public static Optional<OrderId> parse(String text) {
        if (!text.matches("[1-9][0-9]{0,17}")) {
            return Optional.empty();
        }
        return Optional.of(new OrderId(Long.parseLong(text)));
    }

    @Override
    public String toString() {
        return Long.toString(value);
    }
}
