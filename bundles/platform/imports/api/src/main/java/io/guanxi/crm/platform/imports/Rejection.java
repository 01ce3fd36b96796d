package io.guanxi.crm.platform.imports;

import io.guanxi.crm.platform.problem.Text;

/** A row that was left out, and why. */
public record Rejection(long line, String column, String code, Text message) {

    public static Rejection of(ImportRow row, String column, String code, String en, String zh) {
        return new Rejection(row.line(), column, code, new Text(en, zh));
    }

    /** For a row that is good itself but shares a record with one that is not. */
    public static Rejection ofRecord(ImportRow row, String keyColumn) {
        return of(
                row,
                keyColumn,
                "record-rejected",
                "Another row of this record was rejected, and a record is imported as a whole.",
                "同一记录的其他行被拒绝，而记录须整体导入。");
    }
}
