package io.guanxi.crm.platform.testing;

import io.guanxi.crm.platform.security.Access;
import io.guanxi.crm.platform.security.Action;
import io.guanxi.crm.platform.security.Callers;
import io.guanxi.crm.platform.security.FieldRights;
import io.guanxi.crm.platform.security.Scope;

/** Lets every caller do everything, but wants one. */
public final class OpenAccess implements Access {

    @Override
    public void require(Action action, String recordType) {
        Callers.require();
    }

    @Override
    public Scope scope(Action action, String recordType) {
        require(action, recordType);
        return Scope.EVERYTHING;
    }

    @Override
    public FieldRights fields(String recordType) {
        return FieldRights.EVERYTHING;
    }
}
