package io.guanxi.crm.platform.web;

import io.guanxi.crm.platform.http.Ids;
import io.guanxi.crm.platform.imports.UndoConflict;
import java.util.Locale;

/** A record that an undo left as it is, on the wire. */
public record ConflictView(String recordId, String code, String message) {

    static ConflictView of(UndoConflict conflict, Locale locale) {
        return new ConflictView(
                Ids.toText(conflict.record()),
                conflict.code(),
                conflict.message().in(locale));
    }
}
