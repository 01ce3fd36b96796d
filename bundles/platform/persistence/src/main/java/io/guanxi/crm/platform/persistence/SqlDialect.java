package io.guanxi.crm.platform.persistence;

import java.sql.Connection;
import java.sql.SQLException;

/** The few places where Derby and PostgreSQL want other words. */
public enum SqlDialect {
    DERBY {
        @Override
        public String nextValue(String sequence) {
            return "VALUES NEXT VALUE FOR " + sequence;
        }

        @Override
        public String byCodePoint(String column) {
            return column;
        }

        @Override
        public String lowerCase(String column) {
            return "LOWER(" + column + ")";
        }
    },
    POSTGRESQL {
        @Override
        public String nextValue(String sequence) {
            return "SELECT nextval('" + sequence + "')";
        }

        @Override
        public String byCodePoint(String column) {
            return column + " COLLATE \"C\"";
        }

        @Override
        public String lowerCase(String column) {
            return "LOWER(" + column + " COLLATE \"und-x-icu\")";
        }
    };

    /** The dialect of the database behind this connection. */
    public static SqlDialect of(Connection connection) throws SQLException {
        return connection.getMetaData().getDatabaseProductName().startsWith("PostgreSQL") ? POSTGRESQL : DERBY;
    }

    /** A statement whose one row is the sequence's next value. */
    public abstract String nextValue(String sequence);

    /** The column compared code point by code point, so that an index of that order serves a sorted list and a prefix. */
    public abstract String byCodePoint(String column);

    /** The column in lower case, letters of all scripts, whatever the locale the database was made in. */
    public abstract String lowerCase(String column);
}
