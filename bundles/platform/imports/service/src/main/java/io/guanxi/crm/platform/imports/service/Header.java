package io.guanxi.crm.platform.imports.service;

import io.guanxi.crm.platform.imports.ImportColumn;
import io.guanxi.crm.platform.imports.ImportRow;
import io.guanxi.crm.platform.imports.UnreadableFileException;
import java.io.IOException;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The first row: which columns of the target the file has, and where.
 *
 * @param positions by column code
 * @param width number of cells
 * @param ignored names that the target doesn't know
 */
record Header(char separator, Map<String, Integer> positions, int width, List<String> ignored, long line) {

    private static final char[] SEPARATORS = {',', ';', '\t'};
    private static final int WIDEST = 1000;

    Header {
        positions = Map.copyOf(positions);
        ignored = List.copyOf(ignored);
    }

    /**
     * Reads the first row with the separator under which it has the most known columns.
     *
     * @throws UnreadableFileException where there is none, or a column is missing or there twice
     */
    static Header of(Path file, Encoding encoding, List<ImportColumn> columns) throws IOException {
        Map<String, ImportColumn> known = byName(columns);
        Optional<Candidate> best = Optional.empty();
        Optional<UnreadableFileException> trouble = Optional.empty();
        for (char separator : SEPARATORS) {
            try {
                Optional<Candidate> candidate = Candidate.read(file, encoding, separator, known);
                if (best.map(Candidate::hits).orElse(-1)
                        < candidate.map(Candidate::hits).orElse(-1)) {
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
        return best.get().header(columns, known);
    }

    /** The row as targets see it. */
    ImportRow row(CsvRow row) {
        return new ImportRow(row.line(), positions, row.values());
    }

    private static Map<String, ImportColumn> byName(List<ImportColumn> columns) {
        Map<String, ImportColumn> known = new HashMap<>();
        for (ImportColumn column : columns) {
            known.put(folded(column.code()), column);
            known.put(folded(column.label().en()), column);
            known.put(folded(column.label().zh()), column);
        }
        return known;
    }

    /** Case, width, spaces, hyphens and underscores make no difference. */
    private static String folded(String name) {
        return Normalizer.normalize(name, Normalizer.Form.NFKC)
                .replaceAll("[\\s_\\-]", "")
                .toLowerCase(Locale.ROOT);
    }

    /** The first row as it looks under one separator. */
    private record Candidate(char separator, CsvRow row, int hits) {

        static Optional<Candidate> read(Path file, Encoding encoding, char separator, Map<String, ImportColumn> known)
                throws IOException {
            try (CsvRows rows = CsvRows.open(file, encoding, separator, WIDEST)) {
                return rows.next().map(row -> new Candidate(separator, row, hits(row, known)));
            }
        }

        private static int hits(CsvRow row, Map<String, ImportColumn> known) {
            int hits = 0;
            for (String name : row.values()) {
                hits += known.containsKey(folded(name)) ? 1 : 0;
            }
            return hits;
        }

        Header header(List<ImportColumn> columns, Map<String, ImportColumn> known) {
            if (row.cells() > WIDEST) {
                throw Unreadable.tooManyColumns(WIDEST);
            }
            Map<String, Integer> positions = new HashMap<>();
            List<String> ignored = new ArrayList<>();
            for (int i = 0; i < row.values().size(); i++) {
                String name = row.values().get(i);
                ImportColumn column = known.get(folded(name));
                if (column == null) {
                    if (!name.isBlank()) {
                        ignored.add(name.strip());
                    }
                } else if (positions.put(column.code(), i) != null) {
                    throw Unreadable.duplicateColumn(
                            column.code(), column.label().zh());
                }
            }
            for (ImportColumn column : columns) {
                if (column.required() && !positions.containsKey(column.code())) {
                    throw Unreadable.missingColumn(column.code(), column.label().zh());
                }
            }
            return new Header(separator, positions, row.cells(), ignored, row.line());
        }
    }
}
