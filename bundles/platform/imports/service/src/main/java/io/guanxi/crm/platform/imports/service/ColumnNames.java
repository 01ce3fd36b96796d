package io.guanxi.crm.platform.imports.service;

import io.guanxi.crm.platform.imports.ImportColumn;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Under which names a file may have its columns: codes, labels, and what a mapping says. */
final class ColumnNames {

    private final List<ImportColumn> columns;
    private final Map<String, ImportColumn> known = new HashMap<>();
    private final Set<String> leftOut = new HashSet<>();

    /** @throws io.guanxi.crm.platform.imports.UnreadableFileException where the mapping names a column there is not */
    ColumnNames(List<ImportColumn> columns, Map<String, String> mapping) {
        this.columns = columns;
        for (ImportColumn column : columns) {
            known.put(ImportColumn.folded(column.code()), column);
            known.put(ImportColumn.folded(column.label().en()), column);
            known.put(ImportColumn.folded(column.label().zh()), column);
        }
        Set<String> mapped = new HashSet<>(mapping.values());
        // a header that looks like a column which the mapping takes from elsewhere is not that column
        known.values().removeIf(column -> mapped.contains(column.code()));
        mapping.forEach(this::map);
    }

    private void map(String header, String code) {
        String name = ImportColumn.folded(header);
        if (code.isBlank()) {
            known.remove(name);
            leftOut.add(name);
            return;
        }
        known.put(
                name,
                columns.stream()
                        .filter(column -> column.code().equals(code))
                        .findFirst()
                        .orElseThrow(() -> Unreadable.unknownMapping(code)));
    }

    List<ImportColumn> columns() {
        return columns;
    }

    Optional<ImportColumn> column(String header) {
        return Optional.ofNullable(known.get(ImportColumn.folded(header)));
    }

    /** True for what the mapping leaves out, and for what a file of rejected rows has beside their cells. */
    boolean isLeftOut(String header) {
        return leftOut.contains(ImportColumn.folded(header)) || header.strip().startsWith(Rejects.PREFIX);
    }

    int hits(List<String> headers) {
        int hits = 0;
        for (String name : headers) {
            hits += known.containsKey(ImportColumn.folded(name)) ? 1 : 0;
        }
        return hits;
    }
}
