package io.guanxi.crm.platform.fields.service;

import io.guanxi.crm.platform.persistence.Jdbc;
import io.guanxi.crm.platform.persistence.SqlDialect;

/**
 * One row that everybody locks: who writes values together with the others, who changes definitions alone. So no value is
 * written by rules that have just changed, on whichever node.
 */
final class DefinitionsLock {

    private final Jdbc jdbc;
    private final String shared;

    DefinitionsLock(Jdbc jdbc) {
        this.jdbc = jdbc;
        this.shared = "SELECT VERSION FROM CRM_FIELDS_STATE WHERE ID = 1"
                + (jdbc.with(SqlDialect::of) == SqlDialect.POSTGRESQL ? " FOR SHARE" : " WITH RS");
    }

    /** The version of the definitions; it stays until the caller's transaction ends. */
    long share() {
        return version(shared);
    }

    /** The version, without a lock. */
    long peek() {
        return version("SELECT VERSION FROM CRM_FIELDS_STATE WHERE ID = 1");
    }

    /** Waits until nobody writes values; then nobody can until the caller's transaction ends. */
    void exclude() {
        jdbc.update("UPDATE CRM_FIELDS_STATE SET VERSION = VERSION WHERE ID = 1", Jdbc.NONE);
    }

    /** The definitions change in the caller's transaction. */
    void raise() {
        jdbc.update("UPDATE CRM_FIELDS_STATE SET VERSION = VERSION + 1 WHERE ID = 1", Jdbc.NONE);
    }

    private long version(String sql) {
        return jdbc.first(sql, Jdbc.NONE, row -> row.getLong(1)).orElseThrow();
    }
}
