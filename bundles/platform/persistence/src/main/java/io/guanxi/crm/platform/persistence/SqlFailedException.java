package io.guanxi.crm.platform.persistence;

import java.sql.SQLException;

/** A statement failed; the transaction around it must not be committed. */
public class SqlFailedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public SqlFailedException(SQLException cause) {
        super(cause.getMessage(), cause);
    }

    /** True where a unique index or a constraint refused the row (SQLSTATE class 23). */
    public boolean isConstraintViolation() {
        for (Throwable t = this; t != null; t = t.getCause()) {
            if (t instanceof SQLException sql) {
                for (SQLException e = sql; e != null; e = e.getNextException()) {
                    String state = e.getSQLState();
                    if (state != null && state.startsWith("23")) {
                        return true;
                    }
                }
            }
        }
        return false;
    }
}
