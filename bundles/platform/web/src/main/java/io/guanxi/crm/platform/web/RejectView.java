package io.guanxi.crm.platform.web;

import io.guanxi.crm.platform.http.Ids;
import io.guanxi.crm.platform.imports.Rejection;
import java.util.Locale;

/** A record that a change of many left as it is, on the wire. */
public record RejectView(String recordId, String field, String code, String message) {

    static RejectView of(Rejection rejection, Locale locale) {
        return new RejectView(
                Ids.toText(rejection.line()),
                rejection.column(),
                rejection.code(),
                rejection.message().in(locale));
    }
}
