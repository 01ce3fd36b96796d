package io.guanxi.crm.platform.persistence;

import java.sql.SQLException;
import java.util.Locale;

/** Tells which unique constraint refused a row; the database, not a question asked before, decides who came first. */
public final class UniqueViolation {

    private static final String STATE = "23505";

    private UniqueViolation() {}

    /** True where the failure, or what caused it, is that this constraint or index was broken. */
    public static boolean of(Throwable failure, String constraint) {
        for (Throwable t = failure; t != null; t = t.getCause()) {
            if (t instanceof SQLException sql && anyOf(sql, constraint)) {
                return true;
            }
        }
        return false;
    }

    // Both databases name the constraint in the message only; a batch hides the reason behind its next exception.
    private static boolean anyOf(SQLException first, String constraint) {
        String name = constraint.toUpperCase(Locale.ROOT);
        for (SQLException e = first; e != null; e = e.getNextException()) {
            if (STATE.equals(e.getSQLState())
                    && String.valueOf(e.getMessage()).toUpperCase(Locale.ROOT).contains(name)) {
                return true;
            }
        }
        return false;
    }
}
