package io.guanxi.crm.platform.imports.service;

import io.guanxi.crm.platform.imports.ChunkOutcome;
import io.guanxi.crm.platform.imports.ImportChunk;
import io.guanxi.crm.platform.imports.ImportColumn;
import io.guanxi.crm.platform.imports.ImportRow;
import io.guanxi.crm.platform.imports.ImportTarget;
import io.guanxi.crm.platform.imports.Rejection;
import io.guanxi.crm.platform.imports.UndoConflict;
import io.guanxi.crm.platform.imports.UndoEntry;
import io.guanxi.crm.platform.imports.UndoOutcome;
import io.guanxi.crm.platform.persistence.Jdbc;
import io.guanxi.crm.platform.problem.Text;
import io.guanxi.crm.platform.security.Callers;
import java.sql.PreparedStatement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/** Things on a shelf: a target with a table of its own. A label "bad" is rejected, a label "boom" throws. */
final class ShelfTarget implements ImportTarget {

    private final Jdbc jdbc;
    private final boolean grouped;
    private final List<Integer> chunks = new CopyOnWriteArrayList<>();
    private final List<String> callers = new CopyOnWriteArrayList<>();
    private volatile Consumer<ImportChunk> before = chunk -> {};
    private volatile Runnable beforeUndo = () -> {};
    private int record;

    ShelfTarget(Jdbc jdbc, boolean grouped) {
        this.jdbc = jdbc;
        this.grouped = grouped;
    }

    /** Called at the beginning of every chunk. */
    void before(Consumer<ImportChunk> action) {
        before = action;
    }

    /** Called at the beginning of every undo of a chunk. */
    void beforeUndo(Runnable action) {
        beforeUndo = action;
    }

    /** A thing's version is the length of its label. */
    @Override
    public UndoOutcome undo(List<UndoEntry> entries) {
        beforeUndo.run();
        List<UndoConflict> conflicts = new ArrayList<>();
        int reverted = 0;
        for (UndoEntry entry : entries) {
            int rows = jdbc.update("DELETE FROM CRM_SHELF WHERE RECORD = ? AND LENGTH(LABEL) = ?", s -> {
                s.setLong(1, entry.record());
                s.setLong(2, entry.version());
            });
            if (rows > 0) {
                reverted++;
            } else {
                conflicts.add(UndoConflict.changedSince(entry.record()));
            }
        }
        return new UndoOutcome(reverted, conflicts);
    }

    /** Number of records of each chunk that was tried. */
    List<Integer> chunks() {
        return chunks;
    }

    List<String> callers() {
        return callers;
    }

    @Override
    public String type() {
        return "things";
    }

    @Override
    public List<ImportColumn> columns() {
        return List.of(
                new ImportColumn("itemNumber", new Text("Item number", "物品编号"), true).or("货号"),
                new ImportColumn("label", new Text("Label", "标签"), false));
    }

    @Override
    public String keyColumn() {
        return "itemNumber";
    }

    @Override
    public boolean grouped() {
        return grouped;
    }

    @Override
    public ChunkOutcome write(ImportChunk chunk) {
        chunks.add(chunk.records().size());
        callers.add(Callers.require().name());
        before.accept(chunk);
        List<Rejection> rejections = new ArrayList<>();
        int created = jdbc.with(connection -> {
            int good = 0;
            try (PreparedStatement insert =
                    connection.prepareStatement("INSERT INTO CRM_SHELF (ITEM, LABEL, RECORD) VALUES (?, ?, ?)")) {
                for (List<ImportRow> rows : chunk.records()) {
                    record++;
                    int put = put(rows, insert, chunk.dryRun(), rejections);
                    if (put > 0 && !chunk.dryRun()) {
                        int length = rows.get(0).text("label").orElse("").length();
                        chunk.undo().created(record, length);
                    }
                    good += put;
                }
            }
            return good;
        });
        return new ChunkOutcome(created, 0, 0, rejections);
    }

    private int put(List<ImportRow> rows, PreparedStatement insert, boolean dryRun, List<Rejection> rejections)
            throws java.sql.SQLException {
        for (ImportRow row : rows) {
            String label = row.text("label").orElse("");
            if (label.equals("bad")) {
                rejections.add(Rejection.of(row, "label", "bad-label", "A bad label.", "标签有误。"));
                return 0;
            }
            if (!dryRun) {
                insert.setString(1, row.text("itemNumber").orElse(""));
                insert.setString(2, label);
                insert.setInt(3, record);
                insert.executeUpdate();
            }
            if (label.equals("boom")) {
                throw new IllegalStateException("boom");
            }
        }
        return 1;
    }
}
