package io.guanxi.crm.platform.imports.service;

import io.guanxi.crm.platform.imports.ImportRow;
import io.guanxi.crm.platform.imports.ImportTarget;
import io.guanxi.crm.platform.imports.Rejection;
import io.guanxi.crm.platform.imports.RowPolicy;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/** Puts rows together to records, and records to batches. */
final class Gatherer {

    /** A row, and what is wrong with it where something is. */
    private record Line(ImportRow row, Optional<Rejection> fault) {}

    private final ImportTarget target;
    private final Header header;
    private final RowPolicy policy;
    private final Set<Long> scattered;
    private final Consumer<Batch> sink;
    private final LongCounts seen = new LongCounts();
    private final Map<String, List<Line>> waiting = new LinkedHashMap<>();
    private Optional<String> key = Optional.empty();
    private List<Line> open = new ArrayList<>();
    private Batch batch = new Batch();
    private long rowsToPass;
    private long recordsToPass;

    /** @param done what an earlier run of the same file has written already; it is passed over */
    Gatherer(
            ImportTarget target,
            Header header,
            RowPolicy policy,
            Set<Long> scattered,
            Tally done,
            Consumer<Batch> sink) {
        this.target = target;
        this.header = header;
        this.policy = policy;
        this.scattered = scattered;
        this.sink = sink;
        this.rowsToPass = done.read();
        this.recordsToPass = done.seen();
        if (done.chunks() == 0) {
            for (String name : header.ignored()) {
                batch.note(RowFaults.unknownColumn(header.line(), Clipped.text(name, 100)));
            }
        }
    }

    void accept(CsvRow csv) {
        ImportRow row = header.row(csv);
        Optional<Rejection> fault = RowFaults.of(csv, row, header.width());
        if (rowsToPass > 0) {
            rowsToPass--;
        } else {
            batch.read();
        }
        if (target.grouped()) {
            group(new Line(row, fault));
        } else {
            emit(List.of(new Line(row, fault.or(() -> duplicate(row)))));
        }
    }

    /** Emits what is still open. */
    void finish() {
        emitOpen();
        waiting.values().forEach(this::emit);
        sink.accept(batch);
    }

    private Optional<Rejection> duplicate(ImportRow row) {
        return target.key(row)
                .filter(text -> seen.add(KeyHash.of(text)) > 1)
                .map(text -> RowFaults.duplicate(row, target.keyColumn(), text));
    }

    private void group(Line line) {
        Optional<String> next = target.key(line.row());
        if (next.isEmpty() || !next.equals(key)) {
            emitOpen();
        }
        key = next;
        if (next.isPresent() && scattered.contains(KeyHash.of(next.get()))) {
            waiting.computeIfAbsent(next.get(), k -> new ArrayList<>()).add(line);
        } else {
            open.add(line);
        }
    }

    private void emitOpen() {
        if (!open.isEmpty()) {
            emit(open);
            open = new ArrayList<>();
        }
    }

    private void emit(List<Line> record) {
        if (recordsToPass > 0) {
            recordsToPass--;
            return;
        }
        batch.seen();
        boolean whole = policy == RowPolicy.WHOLE
                && record.stream().anyMatch(line -> line.fault().isPresent());
        List<ImportRow> good = new ArrayList<>(record.size());
        for (Line line : record) {
            if (line.fault().isPresent()) {
                batch.reject(line.row(), line.fault().get());
            } else if (whole) {
                batch.reject(line.row(), Rejection.ofRecord(line.row(), target.keyColumn()));
            } else {
                good.add(line.row());
            }
        }
        if (!good.isEmpty()) {
            batch.add(good);
        }
        if (batch.isFull()) {
            sink.accept(batch);
            batch = new Batch();
        }
    }
}
