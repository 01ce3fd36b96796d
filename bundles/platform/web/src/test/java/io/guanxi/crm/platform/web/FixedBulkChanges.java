package io.guanxi.crm.platform.web;

import io.guanxi.crm.platform.imports.BulkAction;
import io.guanxi.crm.platform.imports.BulkChanges;
import io.guanxi.crm.platform.imports.BulkJob;
import io.guanxi.crm.platform.imports.BulkRequest;
import io.guanxi.crm.platform.imports.ImportJob;
import io.guanxi.crm.platform.imports.ImportMode;
import io.guanxi.crm.platform.imports.ImportRequest;
import io.guanxi.crm.platform.imports.Rejection;
import io.guanxi.crm.platform.imports.RowPolicy;
import io.guanxi.crm.platform.imports.UndoConflict;
import io.guanxi.crm.platform.problem.Text;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Supplier;
import java.util.stream.LongStream;

/** One change of five customers, number 7, of which three were rejected. */
final class FixedBulkChanges implements BulkChanges {

    private static final Instant AT = Instant.parse("2026-03-01T08:30:00Z");
    private static final BulkJob JOB = new BulkJob(
            new BulkRequest("customers", BulkAction.ARCHIVE, Optional.empty(), Optional.empty()),
            5,
            new ImportJob(
                    7,
                    new ImportRequest("customers", "-", ImportMode.UPSERT, RowPolicy.WHOLE, false, Optional.empty()),
                    ImportJob.State.DONE,
                    5,
                    0,
                    2,
                    0,
                    3,
                    1,
                    AT,
                    "ada",
                    Optional.of(AT),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    true));

    @Override
    public BulkJob start(BulkRequest request, Supplier<long[]> ids, OptionalLong expected) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Optional<BulkJob> find(long id) {
        return id == 7 ? Optional.of(JOB) : Optional.empty();
    }

    @Override
    public List<BulkJob> list(Optional<Long> before, int limit) {
        return List.of(JOB);
    }

    @Override
    public boolean cancel(long id) {
        return false;
    }

    @Override
    public BulkJob undo(long id) {
        return JOB;
    }

    @Override
    public List<Rejection> rejections(long id, int position, int limit) {
        return LongStream.rangeClosed(1, 3)
                .skip(position)
                .limit(limit)
                .mapToObj(n -> new Rejection(n, "id", "unknown-customer", new Text("No such customer.", "没有该客户。")))
                .toList();
    }

    @Override
    public List<UndoConflict> conflicts(long id, int position, int limit) {
        return List.of();
    }
}
