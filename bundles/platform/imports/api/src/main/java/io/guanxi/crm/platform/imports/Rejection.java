package io.guanxi.crm.platform.imports;

import io.guanxi.crm.platform.problem.Text;

/** A row that was left out, and why. */
public record Rejection(long line, String column, String code, Text message) {

    public static Rejection of(ImportRow row, String column, String code, String en, String zh) {
        return new Rejection(row.line(), column, code, new Text(en, zh));
    }
}
