package io.guanxi.crm.transaction.service.imports;

import io.guanxi.crm.platform.problem.FieldError;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Brings what the ledger's rules say of an order's fields back to the rows and columns of the file. */
final class RuleErrors {

    private static final Pattern LINE = Pattern.compile("lines\\[([0-9]+)]\\.(.+)");

    private RuleErrors() {}

    static void assign(List<FieldError> errors, OrderRecord record) {
        Map<Integer, List<FieldError>> byLine = new TreeMap<>();
        for (FieldError error : errors) {
            Matcher line = LINE.matcher(error.field());
            if (!line.matches()) {
                record.refuse(new FieldError(column(error.field()), error.code(), error.message()));
                return;
            }
            byLine.computeIfAbsent(Integer.valueOf(line.group(1)), index -> new ArrayList<>())
                    .add(new FieldError(line.group(2), error.code(), error.message()));
        }
        record.refuse(byLine);
    }

    static String column(String field) {
        Matcher line = LINE.matcher(field);
        if (line.matches()) {
            return line.group(2);
        }
        return switch (field) {
            case "number", "lines" -> OrderColumns.NUMBER;
            default -> field;
        };
    }
}
