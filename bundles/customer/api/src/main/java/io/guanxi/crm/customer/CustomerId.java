package io.guanxi.crm.customer;

import java.util.Optional;

/** Identity of a customer, stable for life. */
public record CustomerId(long value) {

    /** The id a text stands for; empty where it can't be one. */
    public static Optional<CustomerId> parse(String text) {
        if (!text.matches("[1-9][0-9]{0,17}")) {
            return Optional.empty();
        }
        return Optional.of(new CustomerId(Long.parseLong(text)));
    }

    @Override
    public String toString() {
        return Long.toString(value);
    }
}
