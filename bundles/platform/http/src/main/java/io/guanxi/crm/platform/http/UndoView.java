package io.guanxi.crm.platform.http;

import io.guanxi.crm.platform.imports.UndoJob;

/**
 * How the undo of a job goes, on the wire.
 *
 * @param records that the job wrote
 * @param conflicts records left as they are, because they were changed since
 */
public record UndoView(String state, long records, long reverted, long conflicts) {

    public static UndoView of(UndoJob undo) {
        return new UndoView(undo.state().name(), undo.records(), undo.reverted(), undo.conflicts());
    }
}
