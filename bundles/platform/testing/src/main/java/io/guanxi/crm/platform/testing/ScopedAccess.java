package io.guanxi.crm.platform.testing;

import io.guanxi.crm.platform.security.Access;
import io.guanxi.crm.platform.security.Action;
import io.guanxi.crm.platform.security.Callers;
import io.guanxi.crm.platform.security.FieldRights;
import io.guanxi.crm.platform.security.Scope;

/** Lets every caller do everything with the records of one scope, all until it is set, and with their fields. */
public final class ScopedAccess implements Access {

    private volatile Scope scope = Scope.EVERYTHING;
    private volatile FieldRights fields = FieldRights.EVERYTHING;

    /** From now on callers reach these records. */
    public void reaches(Scope newScope) {
        this.scope = newScope;
    }

    /** From now on callers may do no more than this with the fields of every type. */
    public void reads(FieldRights newFields) {
        this.fields = newFields;
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

    @Override
    public FieldRights fields(String recordType) {
        return fields;
    }
}
