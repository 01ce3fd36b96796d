package io.guanxi.crm.platform.persistence;

import io.guanxi.crm.platform.problem.UnavailableException;
import java.sql.SQLException;
import java.time.Duration;

/** Two transactions stood in each other's way, and the database ended one of them: nothing of it is stored. */
public final class Collision {

    // Derby: 40001 deadlock, 40XL1 and 40XL2 waited too long; PostgreSQL: 40001 serialization, 40P01 deadlock.
    private static final String ROLLED_BACK = "40";

    private Collision() {}

    /** True where the failure, or what caused it, is that the database took the transaction back for another's sake. */
    public static boolean is(Throwable failure) {
        for (Throwable t = failure; t != null; t = t.getCause()) {
            if (t instanceof SQLException sql && anyOf(sql)) {
                return true;
            }
        }
        return false;
    }

    /** What the caller is told: the same request, sent again, will work. */
    public static UnavailableException told(Throwable failure) {
        UnavailableException told = new UnavailableException(
                "collision",
                "Somebody else was changing the same records. Nothing was stored. Please try again.",
                "其他人正在修改相同的记录，本次未保存任何内容，请重试。",
                Duration.ofSeconds(1));
        told.initCause(failure);
        return told;
    }

    private static boolean anyOf(SQLException first) {
        for (SQLException e = first; e != null; e = e.getNextException()) {
            if (String.valueOf(e.getSQLState()).startsWith(ROLLED_BACK)) {
                return true;
            }
        }
        return false;
    }
}
