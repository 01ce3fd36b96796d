package io.guanxi.crm.platform.security;

import java.util.Locale;

/** Somebody a record can be shared with. */
public record Holder(Kind kind, long id) {

    /** Who that can be. */
    public enum Kind {
        USER,
        /** With all departments below it. */
        DEPARTMENT,
        TEAM;

        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public static Holder user(long id) {
        return new Holder(Kind.USER, id);
    }

    public static Holder department(long id) {
        return new Holder(Kind.DEPARTMENT, id);
    }

    public static Holder team(long id) {
        return new Holder(Kind.TEAM, id);
    }

    /** As it is stored: {@code user:7}; at most 40 characters. */
    public String key() {
        return kind.code() + ":" + id;
    }
}
