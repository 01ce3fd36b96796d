package io.guanxi.crm.platform.imports.service;

import io.guanxi.crm.platform.imports.ImportRow;
import io.guanxi.crm.platform.imports.Rejection;
import io.guanxi.crm.platform.problem.Text;
import java.util.Optional;

/** What can be wrong with a row whatever it is about. */
final class RowFaults {

    static final String UNKNOWN_COLUMN = "unknown-column";

    private RowFaults() {}

    static Optional<Rejection> of(CsvRow csv, ImportRow row, int width) {
        if (csv.cells() > width) {
            return Optional.of(Rejection.of(
                    row,
                    "",
                    "too-many-cells",
                    "The row has " + csv.cells() + " cells, the header only " + width + ".",
                    "该行有 " + csv.cells() + " 个单元格，而表头只有 " + width + " 列。"));
        }
        if (csv.hasNul()) {
            return Optional.of(
                    Rejection.of(row, "", "nul-character", "The row holds a NUL character.", "该行含有 NUL 字符。"));
        }
        return Optional.empty();
    }

    static Rejection duplicate(ImportRow row, String column, String key) {
        String shown = Clipped.text(key, 60);
        return Rejection.of(
                row,
                column,
                "duplicate-in-file",
                "\"" + shown + "\" stands in an earlier row of this file already.",
                "“" + shown + "”已在本文件前面的行中出现。");
    }

    /** Not a row left out but a note in the header's line. */
    static Rejection unknownColumn(long line, String name) {
        return new Rejection(
                line,
                name,
                UNKNOWN_COLUMN,
                new Text("The column \"" + name + "\" is not known and was ignored.", "列“" + name + "”未知，已忽略。"));
    }
}
