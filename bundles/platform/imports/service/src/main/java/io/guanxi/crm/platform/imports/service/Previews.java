package io.guanxi.crm.platform.imports.service;

import io.guanxi.crm.platform.imports.ImportChunk;
import io.guanxi.crm.platform.imports.ImportColumn;
import io.guanxi.crm.platform.imports.ImportPreview;
import io.guanxi.crm.platform.imports.ImportRequest;
import io.guanxi.crm.platform.imports.ImportTarget;
import io.guanxi.crm.platform.imports.Rejection;
import io.guanxi.crm.platform.persistence.Transactions;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Looks at the beginning of a file as an import would. */
final class Previews {

    /** Rows that are checked. */
    private static final int CHECKED = 200;

    private final Transactions transactions;

    Previews(Transactions transactions) {
        this.transactions = transactions;
    }

    ImportPreview of(StoredFile file, ImportRequest request, ImportTarget target, int shown) throws IOException {
        Encoding encoding = CsvSource.encoding(file, request);
        List<ImportColumn> columns = target.columns();
        Header found = Header.read(file.path(), encoding, new ColumnNames(columns, request.mapping()));
        Map<String, Map.Entry<String, Double>> guess =
                MappingGuess.of(found.names(), new ColumnNames(columns, request.mapping()));
        Map<String, String> mapping = new LinkedHashMap<>();
        Map<String, Double> confidence = new LinkedHashMap<>();
        for (String name : found.names()) {
            Optional.ofNullable(guess.get(name)).ifPresent(entry -> {
                mapping.put(name, entry.getKey());
                confidence.put(name, entry.getValue());
            });
        }
        Map<String, String> whole = new HashMap<>(request.mapping());
        whole.putAll(mapping);
        Header header = Header.read(file.path(), encoding, new ColumnNames(columns, whole));
        CsvSource source = new CsvSource(file.path(), file.scan().size(), encoding, header);
        List<String> missing = columns.stream()
                .filter(column -> column.required() && !header.positions().containsKey(column.code()))
                .map(ImportColumn::code)
                .toList();
        List<CsvRow> rows = head(source);
        return new ImportPreview(
                encoding.charset().name(),
                Spool.isNumbered(file.path()) ? "" : String.valueOf(header.separator()),
                header.names(),
                mapping,
                confidence,
                header.ignored(),
                missing,
                rows.stream()
                        .limit(shown)
                        .map(row -> padded(row.values(), header.width()))
                        .toList(),
                missing.isEmpty() ? rejects(rows, header, request, target) : List.of());
    }

    private static List<CsvRow> head(CsvSource source) throws IOException {
        List<CsvRow> head = new ArrayList<>();
        try (CsvRows rows = source.open()) {
            for (Optional<CsvRow> row = rows.next(); row.isPresent() && head.size() < CHECKED; row = rows.next()) {
                head.add(row.get());
            }
        }
        return head;
    }

    private static List<String> padded(List<String> values, int width) {
        List<String> cells = new ArrayList<>(values);
        while (cells.size() < width) {
            cells.add("");
        }
        return cells;
    }

    private List<Rejection> rejects(List<CsvRow> rows, Header header, ImportRequest request, ImportTarget target) {
        List<Rejection> all = new ArrayList<>();
        Gatherer gatherer = new Gatherer(target, header, request.policy(), Set.of(), Tally.ZERO, batch -> {
            all.addAll(batch.rejections());
            ImportChunk chunk = new ImportChunk(batch.records(), request.mode(), request.policy(), true);
            all.addAll(transactions.call(() -> target.write(chunk)).rejections());
        });
        rows.forEach(gatherer::accept);
        gatherer.finish();
        return all.stream()
                .filter(rejection -> !rejection.code().equals(RowFaults.UNKNOWN_COLUMN))
                .sorted(Comparator.comparingLong(Rejection::line))
                .toList();
    }
}
