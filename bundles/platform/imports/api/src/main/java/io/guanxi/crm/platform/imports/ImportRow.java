package io.guanxi.crm.platform.imports;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One row of a file. */
public final class ImportRow {

    private final long line;
    private final Map<String, Integer> header;
    private final List<String> values;

    /**
     * @param line line in the file where the row begins, the header being line 1
     * @param header position of each column code in {@code values}; shared by all rows
     */
    public ImportRow(long line, Map<String, Integer> header, List<String> values) {
        this.line = line;
        this.header = header;
        this.values = values;
    }

    public long line() {
        return line;
    }

    /** The cells as they stand in the file, in its order. */
    public List<String> cells() {
        return values;
    }

    /** The trimmed text under the column; empty where the column is missing or blank. */
    public Optional<String> text(String code) {
        Integer index = header.get(code);
        if (index == null || index >= values.size()) {
            return Optional.empty();
        }
        String value = values.get(index).strip();
        return value.isEmpty() ? Optional.empty() : Optional.of(value);
    }

    /** True where the file has the column at all: a blank cell then clears, a missing column leaves alone. */
    public boolean has(String code) {
        return header.containsKey(code);
    }
}
