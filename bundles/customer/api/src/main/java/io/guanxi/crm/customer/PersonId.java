package io.guanxi.crm.customer;

import java.util.Optional;

/** Identity of a person who belongs to a customer. */
public record PersonId(long value) {

    /** The id a text stands for; empty where it can't be one. */
    public static Optional<PersonId> parse(String text) {
        return CustomerId.parse(text).map(id -> new PersonId(id.value()));
    }

    @Override
    public String toString() {
        return Long.toString(value);
    }
}
