package io.guanxi.crm.platform.testing;

import io.guanxi.crm.platform.imports.ChunkOutcome;
import io.guanxi.crm.platform.imports.ImportChunk;
import io.guanxi.crm.platform.imports.ImportMode;
import io.guanxi.crm.platform.imports.ImportRow;
import io.guanxi.crm.platform.imports.ImportTarget;
import io.guanxi.crm.platform.imports.RowPolicy;
import io.guanxi.crm.platform.imports.UndoLog;
import io.guanxi.crm.platform.persistence.Transactions;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A file as an import target sees it, its cells parted by bars. */
public record FileRows(Map<String, Integer> header, List<List<String>> rows) {

    public static FileRows of(String header, String... rows) {
        Map<String, Integer> positions = new HashMap<>();
        for (String column : cells(header)) {
            positions.put(column, positions.size());
        }
        return new FileRows(positions, Arrays.stream(rows).map(FileRows::cells).toList());
    }

    private static List<String> cells(String row) {
        return List.of(row.split("\\|", -1));
    }

    public ChunkOutcome into(ImportTarget target, Transactions transactions) {
        return into(target, transactions, ImportMode.UPSERT, false);
    }

    public ChunkOutcome into(ImportTarget target, Transactions transactions, ImportMode mode, boolean dryRun) {
        return transactions.call(
                () -> target.write(new ImportChunk(records(target), mode, RowPolicy.WHOLE, dryRun, UndoLog.NONE)));
    }

    /** The same, told to an undo log. */
    public ChunkOutcome into(ImportTarget target, Transactions transactions, UndoLog undo) {
        return transactions.call(
                () -> target.write(new ImportChunk(records(target), ImportMode.UPSERT, RowPolicy.WHOLE, false, undo)));
    }

    private List<List<ImportRow>> records(ImportTarget target) {
        Map<String, List<ImportRow>> records = new LinkedHashMap<>();
        for (int i = 0; i < rows.size(); i++) {
            ImportRow row = new ImportRow(i + 2L, header, rows.get(i));
            String record = target.grouped() ? target.key(row).orElse("") : Integer.toString(i);
            records.computeIfAbsent(record, key -> new ArrayList<>()).add(row);
        }
        return List.copyOf(records.values());
    }
}
