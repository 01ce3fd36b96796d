package io.guanxi.crm.platform.imports;

import java.util.List;

/**
 * Records that are written in one transaction.
 *
 * @param records each a list of one row, or of all rows that share the target's group column
 * @param dryRun check everything, write nothing
 * @param undo is told of every record that is written
 */
public record ImportChunk(
        List<List<ImportRow>> records, ImportMode mode, RowPolicy policy, boolean dryRun, UndoLog undo) {

    /** A chunk that can't be undone. */
    public ImportChunk(List<List<ImportRow>> records, ImportMode mode, RowPolicy policy, boolean dryRun) {
        this(records, mode, policy, dryRun, UndoLog.NONE);
    }
}
