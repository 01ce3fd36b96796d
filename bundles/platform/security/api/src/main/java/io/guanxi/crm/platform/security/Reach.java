package io.guanxi.crm.platform.security;

import java.util.Locale;

/** How far a role reaches among records that belong to somebody; each reaches what the one before it does, and more. */
public enum Reach {
    /** What the user owns, what was shared with them, and what belongs to nobody. */
    OWN,
    /** Also what belongs to the user's department and those below it. */
    DEPARTMENT,
    /** Every record. */
    ALL;

    /** As it is stored and written on the wire. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
