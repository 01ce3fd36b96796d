package io.guanxi.crm.platform.web;

import io.guanxi.crm.platform.imports.Imports;
import io.guanxi.crm.platform.imports.Rejection;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** Rejected rows as a file that spreadsheets open as they should: in UTF-8, and without live formulas. */
final class RejectsCsv {

    private static final char BYTE_ORDER_MARK = '\ufeff';

    private RejectsCsv() {}

    static void write(Imports imports, long id, Locale locale, OutputStream out) throws IOException {
        Writer csv = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
        csv.write(BYTE_ORDER_MARK);
        csv.write("line,column,code,message\r\n");
        try {
            imports.rejections(id, rejection -> write(csv, rejection, locale));
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
        csv.flush();
    }

    private static void write(Writer csv, Rejection rejection, Locale locale) {
        try {
            csv.write(rejection.line() + "," + cell(rejection.column()) + "," + cell(rejection.code()) + ","
                    + cell(rejection.message().in(locale)) + "\r\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String cell(String text) {
        // What begins like this would be computed; the column name comes out of somebody's file.
        boolean live = !text.isEmpty() && "=+-@\t\r".indexOf(text.charAt(0)) >= 0;
        return "\"" + (live ? "'" : "") + text.replace("\"", "\"\"") + "\"";
    }
}
