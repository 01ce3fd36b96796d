package io.guanxi.crm.customer.service.imports;

import io.guanxi.crm.platform.imports.ImportRow;
import io.guanxi.crm.platform.problem.FieldErrors;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The cells of a row over what is known already: a blank cell clears, a missing column leaves alone. */
record Cells(ImportRow row, FieldErrors errors) {

    private static final String SEPARATORS = "[;；]";

    Optional<String> text(String column, Optional<String> before) {
        return row.has(column) ? row.text(column) : before;
    }

    List<String> list(String column, List<String> before) {
        if (!row.has(column)) {
            return before;
        }
        return row.text(column).stream()
                .flatMap(text -> Arrays.stream(text.split(SEPARATORS)))
                .map(String::strip)
                .filter(text -> !text.isEmpty())
                .toList();
    }

    /** @param blank what a blank cell means */
    <E extends Enum<E>> E word(String column, Words<E> words, E before, E blank) {
        if (!row.has(column)) {
            return before;
        }
        Optional<String> text = row.text(column);
        Optional<E> value = text.flatMap(words::of);
        if (text.isPresent() && value.isEmpty()) {
            errors.add(column, "unknown-" + column, "This value is not known.", "无法识别该值。");
        }
        return value.orElse(blank);
    }
}
