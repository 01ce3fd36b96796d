package io.guanxi.crm.platform.imports;

import io.guanxi.crm.platform.security.Action;

/** What can be done to many records at once. */
public enum BulkAction {
    ARCHIVE(Action.ARCHIVE),
    RESTORE(Action.ARCHIVE),
    PATCH(Action.UPDATE),
    CONFIRM(Action.UPDATE),
    CANCEL(Action.UPDATE);

    private final Action access;

    BulkAction(Action access) {
        this.access = access;
    }

    /** What the caller has to be allowed. */
    public Action access() {
        return access;
    }
}
