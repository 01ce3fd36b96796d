package io.guanxi.crm.platform.imports;

import java.util.Map;
import java.util.Optional;

/**
 * One row of a file.
 *
 * @param line line in the file where the row begins, the header being line 1
 * @param header position of each column code in {@code values}; shared by all rows
 */
public record ImportRow(long line, Map<String, Integer> header, String[] values) {

    /** The trimmed text under the column; empty where the column is missing or blank. */
    public Optional<String> text(String code) {
        Integer index = header.get(code);
        if (index == null || index >= values.length) {
            return Optional.empty();
        }
        String value = values[index].strip();
        return value.isEmpty() ? Optional.empty() : Optional.of(value);
    }

    /** True where the file has the column at all: a blank cell then clears, a missing column leaves alone. */
    public boolean has(String code) {
        return header.containsKey(code);
    }
}
