package io.guanxi.crm.platform.exports;

import io.guanxi.crm.platform.problem.ForbiddenException;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** As many things as wanted, numbered from 1. */
final class Things implements ExportSource {

    static final Instant AT = Instant.parse("2026-03-01T08:30:00Z");

    private final int count;
    private final boolean allowed;
    private final AtomicInteger batches = new AtomicInteger();

    Things(int count) {
        this(count, true);
    }

    Things(int count, boolean allowed) {
        this.count = count;
        this.allowed = allowed;
    }

    /** Batches read so far. */
    int batches() {
        return batches.get();
    }

    @Override
    public String type() {
        return "things";
    }

    @Override
    public List<ExportColumn> columns() {
        return List.of(
                ExportColumn.of("name", "Name", "名称"),
                ExportColumn.of("price", "Price", "价格"),
                ExportColumn.of("made", "Made on", "日期"),
                ExportColumn.of("at", "At", "时间"),
                ExportColumn.of("pieces", "Pieces", "件数"),
                ExportColumn.of("good", "Good", "合格"));
    }

    @Override
    public void check() {
        if (!allowed) {
            throw new ForbiddenException();
        }
    }

    @Override
    public IdBatches all() {
        int[] position = {0};
        return () -> {
            long[] ids = new long[Math.min(IdBatches.SIZE, count - position[0])];
            for (int i = 0; i < ids.length; i++) {
                ids[i] = ++position[0];
            }
            return ids;
        };
    }

    @Override
    public List<ExportRow> read(long[] ids) {
        batches.incrementAndGet();
        List<ExportRow> rows = new ArrayList<>();
        for (long id : ids) {
            rows.add(ExportRow.of(
                    id % 2 == 1 ? "=张 \"" + id + "\"" : null,
                    new BigDecimal("-1E+3"),
                    LocalDate.of(2026, 3, 1),
                    AT,
                    id,
                    true));
        }
        return rows;
    }
}
