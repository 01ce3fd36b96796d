package io.guanxi.crm.platform.security;

import java.util.Locale;

/** What a role may do with a field of the records it sees; each allows what the one before it does, and more. */
public enum FieldRight {
    /** As if there were no such field. */
    NONE,
    /** A text shows a little of itself, such as {@code 138****1234}; anything else is hidden. */
    MASK,
    READ,
    WRITE;

    /** As it is stored and written on the wire. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
