package io.guanxi.crm.platform.web;

import io.guanxi.crm.platform.imports.ImportColumn;
import io.guanxi.crm.platform.imports.ImportTarget;
import java.util.List;
import java.util.Optional;

/**
 * What can be imported.
 *
 * @param grouped true where several rows are one record
 */
public record ImportTypeView(String type, boolean grouped, List<ColumnView> columns, Optional<String> note) {

    /** A column that a file may have. */
    public record ColumnView(String code, LabelView label, boolean required) {

        static ColumnView of(ImportColumn column) {
            return new ColumnView(
                    column.code(),
                    new LabelView(column.label().en(), column.label().zh()),
                    column.required());
        }
    }

    /** A name in both languages. */
    public record LabelView(String en, String zh) {}

    static ImportTypeView of(ImportTarget target) {
        return new ImportTypeView(
                target.type(),
                target.grouped(),
                target.columns().stream().map(ColumnView::of).toList(),
                target.note());
    }
}
