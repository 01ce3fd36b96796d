package io.guanxi.crm.platform.testing;

import io.guanxi.crm.platform.security.Access;
import io.guanxi.crm.platform.security.Action;
import io.guanxi.crm.platform.security.Callers;
import io.guanxi.crm.platform.security.Scope;

/** Lets every caller do everything with the records of one scope; all records until it is set. */
public final class ScopedAccess implements Access {

    private volatile Scope scope = Scope.EVERYTHING;

    /** From now on callers reach these records. */
    public void reaches(Scope newScope) {
        this.scope = newScope;
    }

    @Override
    public void require(Action action, String recordType) {
        Callers.require();
    }

    @Override
    public Scope scope(Action action, String recordType) {
        require(action, recordType);
        return scope;
    }
}
