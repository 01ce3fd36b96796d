package io.guanxi.crm.customer.service.imports;

import io.guanxi.crm.platform.imports.ChunkOutcome;
import io.guanxi.crm.platform.imports.ImportChunk;
import io.guanxi.crm.platform.imports.ImportMode;
import io.guanxi.crm.platform.imports.ImportRow;
import io.guanxi.crm.platform.imports.ImportTarget;
import io.guanxi.crm.platform.imports.RowPolicy;
import io.guanxi.crm.platform.persistence.Transactions;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A file as a target sees it, its cells parted by bars. */
record CustomerFile(Map<String, Integer> header, List<List<String>> rows) {

    static CustomerFile of(String header, String... rows) {
        Map<String, Integer> positions = new HashMap<>();
        for (String column : cells(header)) {
            positions.put(column, positions.size());
        }
        return new CustomerFile(
                positions, Arrays.stream(rows).map(CustomerFile::cells).toList());
    }

    private static List<String> cells(String row) {
        return List.of(row.split("\\|", -1));
    }

    ChunkOutcome into(ImportTarget target, Transactions transactions) {
        return into(target, transactions, ImportMode.UPSERT, false);
    }

    ChunkOutcome into(ImportTarget target, Transactions transactions, ImportMode mode, boolean dryRun) {
        List<List<ImportRow>> records = new ArrayList<>();
        for (int i = 0; i < rows.size(); i++) {
            records.add(List.of(new ImportRow(i + 2L, header, rows.get(i))));
        }
        return transactions.call(() -> target.write(new ImportChunk(records, mode, RowPolicy.WHOLE, dryRun)));
    }
}
