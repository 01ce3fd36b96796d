package io.guanxi.crm.platform.history.service;

import io.guanxi.crm.platform.fields.Field;
import io.guanxi.crm.platform.fields.FieldType;
import io.guanxi.crm.platform.fields.FieldUse;
import java.util.List;

/** What the trail can be filtered by; its order is that of time. */
final class AuditFields {

    private static final FieldUse SORTED = new FieldUse(true, true, true, true, false);
    private static final FieldUse LISTED = new FieldUse(true, true, false, true, false);

    static final List<Field> ALL = List.of(
            Field.of("at", FieldType.INSTANT, "At", "时间", SORTED),
            Field.of("by", FieldType.TEXT, "By", "操作人", LISTED),
            Field.of("address", FieldType.TEXT, "From", "来源地址", LISTED),
            Field.of("kind", FieldType.TEXT, "What", "操作", LISTED),
            Field.of("recordType", FieldType.TEXT, "Record type", "记录类型", LISTED),
            Field.of("recordId", FieldType.REFERENCE, "Record", "记录", LISTED));

    private AuditFields() {}
}
