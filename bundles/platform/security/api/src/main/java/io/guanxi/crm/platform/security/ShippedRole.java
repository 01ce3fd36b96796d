package io.guanxi.crm.platform.security;

import java.util.Locale;

/** The roles that are there from the start. */
public enum ShippedRole {
    /** May do everything; its rights can't be changed. */
    ADMINISTRATOR,
    MANAGER,
    SALES,
    SERVICE,
    MARKETING,
    /** Figures, no personal data. */
    ANALYST,
    /** Reads everything, changes nothing. */
    AUDITOR;

    /** The role's code, such as {@code sales}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
