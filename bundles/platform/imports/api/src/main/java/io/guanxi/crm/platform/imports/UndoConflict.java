package io.guanxi.crm.platform.imports;

import io.guanxi.crm.platform.problem.Text;

/** A record that an undo left as it is, and why. */
public record UndoConflict(long record, String code, Text message) {

    /** Somebody changed the record after the import did. */
    public static UndoConflict changedSince(long record) {
        return new UndoConflict(record, "changed-since", new Text("The record was changed since.", "该记录之后已被修改。"));
    }
}
