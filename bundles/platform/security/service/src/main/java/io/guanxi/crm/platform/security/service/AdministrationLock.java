package io.guanxi.crm.platform.security.service;

import io.guanxi.crm.platform.persistence.Jdbc;

/** One row that everybody locks who changes users, roles or departments: rules over several of them hold, whichever node asks. */
final class AdministrationLock {

    private final Jdbc jdbc;

    AdministrationLock(Jdbc jdbc) {
        this.jdbc = jdbc;
    }

    /** Waits until nobody else changes anything; then nobody can until the caller's transaction ends. */
    void take() {
        jdbc.update("UPDATE CRM_SECURITY_STATE SET VERSION = VERSION + 1 WHERE ID = 1", Jdbc.NONE);
    }
}
