package io.guanxi.crm.platform.imports.service;

import java.util.List;

/**
 * A row as it stands in the file.
 *
 * @param cells how many there are; {@code values} holds no more than the header has columns
 */
record CsvRow(long line, int cells, List<String> values) {

    boolean isBlank() {
        for (String value : values) {
            if (!value.isBlank()) {
                return false;
            }
        }
        return true;
    }

    boolean hasNul() {
        for (String value : values) {
            if (value.indexOf('\0') >= 0) {
                return true;
            }
        }
        return false;
    }
}
