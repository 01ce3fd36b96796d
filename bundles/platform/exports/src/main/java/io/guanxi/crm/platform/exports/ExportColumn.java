package io.guanxi.crm.platform.exports;

import io.guanxi.crm.platform.problem.Text;

/**
 * A column of a file.
 *
 * @param code the same as on the wire and in imports, so that the file can be imported again
 */
public record ExportColumn(String code, Text label) {

    public static ExportColumn of(String code, String en, String zh) {
        return new ExportColumn(code, new Text(en, zh));
    }
}
