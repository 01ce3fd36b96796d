package io.guanxi.crm.platform.web;

import io.guanxi.crm.platform.fields.CustomField;
import io.guanxi.crm.platform.fields.Field;
import io.guanxi.crm.platform.fields.FieldType;
import io.guanxi.crm.platform.http.Ids;
import io.guanxi.crm.platform.security.FieldRight;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/**
 * A field on the wire; from {@code id} on for custom fields only.
 *
 * @param type of the records
 * @param indexing the index is being filled
 * @param access what the caller may do with it; one they may not see isn't shown
 */
public record FieldView(
        String type,
        String code,
        FieldType fieldType,
        LabelView label,
        Optional<LabelView> help,
        Optional<LabelView> section,
        boolean required,
        boolean unique,
        Optional<Integer> maxLength,
        Optional<BigDecimal> min,
        Optional<BigDecimal> max,
        FieldRight access,
        boolean readOnly,
        boolean filterable,
        boolean sortable,
        boolean listed,
        boolean personal,
        List<ChoiceView> choices,
        Optional<String> reference,
        boolean many,
        boolean custom,
        Optional<String> id,
        Optional<Long> version,
        Optional<Boolean> indexed,
        Optional<Boolean> indexing,
        Optional<Integer> ordinal,
        Optional<String> standard,
        Optional<Boolean> retired) {

    /** What a caller may repeat but not change. */
    static final String[] READ_ONLY = {
        "id", "version", "access", "readOnly", "filterable", "sortable", "many", "custom", "indexing", "retired"
    };

    static FieldView of(String type, Field field, FieldRight right) {
        return view(type, field, Optional.empty(), right);
    }

    /** As those see it who define it. */
    static FieldView of(CustomField custom) {
        return of(custom, FieldRight.WRITE);
    }

    static FieldView of(CustomField custom, FieldRight right) {
        return view(custom.recordType(), custom.field(), Optional.of(custom), right);
    }

    private static FieldView view(String type, Field field, Optional<CustomField> custom, FieldRight right) {
        boolean readable = right.compareTo(FieldRight.READ) >= 0;
        return new FieldView(
                type,
                field.code(),
                field.type(),
                LabelView.of(field.label()),
                field.help().map(LabelView::of),
                field.section().map(LabelView::of),
                field.rules().required(),
                field.rules().unique(),
                field.rules().maxLength(),
                field.rules().min(),
                field.rules().max(),
                right,
                field.use().readOnly() || right != FieldRight.WRITE,
                readable && field.use().filterable(),
                readable && custom.map(CustomField::sortable).orElse(field.use().sortable()),
                field.use().listed(),
                field.use().personal(),
                field.choices().stream().map(ChoiceView::of).toList(),
                field.reference(),
                field.many(),
                custom.isPresent(),
                custom.map(c -> Ids.toText(c.id())),
                custom.map(CustomField::version),
                custom.map(CustomField::isIndexKept),
                custom.filter(CustomField::indexing).map(c -> true),
                custom.map(CustomField::ordinal),
                custom.flatMap(CustomField::standard),
                custom.map(CustomField::retired));
    }
}
