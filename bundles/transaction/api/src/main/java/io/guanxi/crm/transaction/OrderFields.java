package io.guanxi.crm.transaction;

import io.guanxi.crm.platform.fields.Choice;
import io.guanxi.crm.platform.fields.Field;
import io.guanxi.crm.platform.fields.FieldRules;
import io.guanxi.crm.platform.fields.FieldType;
import io.guanxi.crm.platform.fields.FieldUse;
import java.util.List;
import java.util.Optional;

/** The fields every order has, in the order forms show them; its lines are no fields. */
public final class OrderFields {

    private static final FieldUse LISTED = new FieldUse(false, true, false, true, false);
    private static final FieldUse SORTED = new FieldUse(false, true, true, true, false);
    private static final FieldUse FILTERED = new FieldUse(false, true, false, false, false);
    private static final FieldUse SUM = new FieldUse(true, true, false, true, false);
    private static final FieldUse SET = new FieldUse(true, true, false, false, false);
    private static final FieldRules REQUIRED = FieldRules.NONE.asRequired();

    private static final List<Choice> STATUSES = List.of(
            Choice.of("draft", "Draft", "草稿"),
            Choice.of("confirmed", "Confirmed", "已确认"),
            Choice.of("cancelled", "Cancelled", "已取消"));

    public static final List<Field> ALL = List.of(
            Field.of("number", FieldType.TEXT, "Number", "订单号", LISTED)
                    .with(unique(40))
                    .hint("Given by the system if left empty", "留空则由系统编号"),
            Field.of("externalId", FieldType.TEXT, "External ID", "外部编号", FILTERED)
                    .with(unique(100)),
            Field.of("customerId", FieldType.REFERENCE, "Customer", "客户", LISTED)
                    .with(REQUIRED)
                    .to("customer"),
            Field.of("orderedAt", FieldType.INSTANT, "Ordered", "下单时间", SORTED).with(REQUIRED),
            Field.of("currency", FieldType.TEXT, "Currency", "币种", FILTERED).with(REQUIRED),
            Field.of("status", FieldType.CHOICE, "Status", "状态", LISTED).with(STATUSES),
            Field.of("total", FieldType.MONEY, "Total", "合计", SUM),
            Field.of("createdAt", FieldType.INSTANT, "Created", "创建时间", SET),
            Field.of("createdBy", FieldType.TEXT, "Created by", "创建人", SET),
            Field.of("updatedAt", FieldType.INSTANT, "Changed", "修改时间", SET),
            Field.of("updatedBy", FieldType.TEXT, "Changed by", "修改人", SET),
            Field.of("id", FieldType.REFERENCE, "Order", "订单", SET).to("order"));

    private OrderFields() {}

    private static FieldRules unique(int length) {
        return new FieldRules(false, true, Optional.of(length), Optional.empty(), Optional.empty());
    }
}
