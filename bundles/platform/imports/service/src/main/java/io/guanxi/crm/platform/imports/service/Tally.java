package io.guanxi.crm.platform.imports.service;

import io.guanxi.crm.platform.imports.ChunkOutcome;
import io.guanxi.crm.platform.imports.Rejection;
import java.util.ArrayList;
import java.util.List;

/**
 * What a job has come to so far.
 *
 * @param notes stored rejections
 * @param seen records dealt with: where a later run goes on
 * @param chunks committed so far
 */
record Tally(
        long read,
        long created,
        long updated,
        long unchanged,
        long rejected,
        long notes,
        double progress,
        long seen,
        long chunks) {

    static final Tally ZERO = new Tally(0, 0, 0, 0, 0, 0, 0, 0, 0);

    Tally plus(Batch batch, ChunkOutcome outcome, List<Rejection> rejections, int stored, double position) {
        long rows = rejections.stream()
                .filter(rejection -> !rejection.code().equals(RowFaults.UNKNOWN_COLUMN))
                .mapToLong(Rejection::line)
                .distinct()
                .count();
        return new Tally(
                read + batch.rowsRead(),
                created + outcome.created(),
                updated + outcome.updated(),
                unchanged + outcome.unchanged(),
                rejected + rows,
                notes + stored,
                position,
                seen + batch.recordsSeen(),
                chunks + 1);
    }

    /** With one commit of a change of many records. */
    Tally plus(int records, int changed, int refused, int stored, double progress) {
        return new Tally(
                read + records,
                created,
                updated + changed,
                unchanged + records - changed - refused,
                rejected + refused,
                notes + stored,
                progress,
                seen + records,
                chunks + 1);
    }

    static List<Rejection> all(List<Rejection> first, List<Rejection> second) {
        List<Rejection> all = new ArrayList<>(first);
        all.addAll(second);
        return all;
    }
}
