package io.guanxi.crm.platform.imports.service;

import io.guanxi.crm.platform.imports.ImportColumn;
import io.guanxi.crm.platform.imports.ImportRow;
import io.guanxi.crm.platform.imports.UnreadableFileException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The first row: which columns of the target the file has, and where.
 *
 * @param names as they stand in the file
 * @param positions by column code
 * @param ignored names that the target doesn't know
 */
record Header(char separator, List<String> names, Map<String, Integer> positions, List<String> ignored, long line) {

    static final int WIDEST = 1000;

    private static final char[] SEPARATORS = {',', ';', '\t'};

    Header {
        names = List.copyOf(names);
        positions = Map.copyOf(positions);
        ignored = List.copyOf(ignored);
    }

    /**
     * Reads the first row with the separator under which it has the most known columns.
     *
     * @param mapping column code by name, blank for a column to be left out
     * @throws UnreadableFileException where there is none, or a column is missing or there twice
     */
    static Header of(Path file, Encoding encoding, List<ImportColumn> columns, Map<String, String> mapping)
            throws IOException {
        Header header = read(file, encoding, new ColumnNames(columns, mapping));
        for (ImportColumn column : columns) {
            if (column.required() && !header.positions.containsKey(column.code())) {
                throw Unreadable.missingColumn(column.code(), column.label().zh());
            }
        }
        return header;
    }

    /** The same, where columns may be missing. */
    static Header read(Path file, Encoding encoding, ColumnNames known) throws IOException {
        Optional<Candidate> best = Optional.empty();
        Optional<UnreadableFileException> trouble = Optional.empty();
        for (char separator : Spool.isNumbered(file) ? new char[] {','} : SEPARATORS) {
            try {
                Optional<Candidate> candidate = Candidate.read(file, encoding, separator, known);
                if (best.isEmpty() || (candidate.isPresent() && candidate.get().isBetterThan(best.get()))) {
                    best = candidate;
                }
            } catch (UnreadableFileException e) {
                // with the wrong separator a quoted header looks broken
                trouble = trouble.or(() -> Optional.of(e));
            }
        }
        if (best.isEmpty()) {
            throw trouble.orElseGet(Unreadable::empty);
        }
        return best.get().header(known);
    }

    int width() {
        return names.size();
    }

    /** The row as targets see it. */
    ImportRow row(CsvRow row) {
        return new ImportRow(row.line(), positions, row.values());
    }

    /** The first row as it looks under one separator. */
    private record Candidate(char separator, CsvRow row, int hits) {

        static Optional<Candidate> read(Path file, Encoding encoding, char separator, ColumnNames known)
                throws IOException {
            try (CsvRows rows = CsvRows.open(file, encoding, separator, WIDEST)) {
                return rows.next().map(row -> new Candidate(separator, row, known.hits(row.values())));
            }
        }

        /** More columns that are known; of headers that nobody knows, more columns. */
        boolean isBetterThan(Candidate other) {
            return hits != other.hits ? hits > other.hits : (hits == 0 && row.cells() > other.row.cells());
        }

        Header header(ColumnNames known) {
            if (row.cells() > WIDEST) {
                throw Unreadable.tooManyColumns(WIDEST);
            }
            Map<String, Integer> positions = new HashMap<>();
            List<String> ignored = new ArrayList<>();
            for (int i = 0; i < row.values().size(); i++) {
                String name = row.values().get(i);
                Optional<ImportColumn> column = known.column(name);
                if (column.isEmpty()) {
                    if (!name.isBlank() && !known.isLeftOut(name)) {
                        ignored.add(name.strip());
                    }
                } else if (positions.put(column.get().code(), i) != null) {
                    throw Unreadable.duplicateColumn(
                            column.get().code(), column.get().label().zh());
                }
            }
            return new Header(separator, row.values(), positions, ignored, row.line());
        }
    }
}
