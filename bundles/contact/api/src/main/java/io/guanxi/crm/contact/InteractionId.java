package io.guanxi.crm.contact;

import java.util.Optional;

/** Identity of an interaction. */
public record InteractionId(long value) {

    /** The id a text stands for; empty where it can't be one. */
    public static Optional<InteractionId> parse(String text) {
        if (!text.matches("[1-9][0-9]{0,17}")) {
            return Optional.empty();
        }
        return Optional.of(new InteractionId(Long.parseLong(text)));
    }

    @Override
    public String toString() {
        return Long.toString(value);
    }
}
