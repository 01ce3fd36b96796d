package io.guanxi.crm.platform.web;

import io.guanxi.crm.platform.imports.ImportPreview;
import io.guanxi.crm.platform.imports.Rejection;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What a file looks like, on the wire. */
public record PreviewView(
        String charset,
        String separator,
        List<String> headers,
        Map<String, String> mapping,
        Map<String, Double> confidence,
        List<String> unmatched,
        List<String> missing,
        List<List<String>> rows,
        List<RejectView> rejects) {

    /** What is wrong with a row. */
    public record RejectView(long line, String column, String code, String message) {

        static RejectView of(Rejection rejection, Locale locale) {
            return new RejectView(
                    rejection.line(),
                    rejection.column(),
                    rejection.code(),
                    rejection.message().in(locale));
        }
    }

    static PreviewView of(ImportPreview preview, Locale locale) {
        return new PreviewView(
                preview.charset(),
                preview.separator(),
                preview.headers(),
                preview.mapping(),
                preview.confidence(),
                preview.unmatched(),
                preview.missing(),
                preview.rows(),
                preview.rejects().stream()
                        .map(rejection -> RejectView.of(rejection, locale))
                        .toList());
    }
}
