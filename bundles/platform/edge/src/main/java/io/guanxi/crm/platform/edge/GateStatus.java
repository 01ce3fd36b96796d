package io.guanxi.crm.platform.edge;

/**
 * A module's gate as it stands.
 *
 * @param open requests pass
 * @param ready the module's REST application is there
 * @param holds exchanges that keep the gate closed
 * @param inside requests being served
 * @param waiting requests waiting for the gate to open
 * @param waited requests that ever had to wait; {@code refused}: those that waited in vain
 */
public record GateStatus(
        String module, boolean open, boolean ready, int holds, int inside, int waiting, long waited, long refused) {}
