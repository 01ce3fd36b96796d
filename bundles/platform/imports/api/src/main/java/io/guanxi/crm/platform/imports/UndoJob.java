package io.guanxi.crm.platform.imports;

/**
 * How the undo of an import goes.
 *
 * @param records that the import wrote
 * @param reverted so far
 * @param conflicts records left as they are, because they were changed since
 */
public record UndoJob(ImportJob.State state, long records, long reverted, long conflicts) {}
