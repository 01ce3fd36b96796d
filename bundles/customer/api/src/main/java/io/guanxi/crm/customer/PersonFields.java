package io.guanxi.crm.customer;

import static io.guanxi.crm.customer.CustomerFields.rules;

import io.guanxi.crm.platform.fields.Field;
import io.guanxi.crm.platform.fields.FieldType;
import io.guanxi.crm.platform.fields.FieldUse;
import java.util.List;

/** The fields every person at a customer has, in the order forms show them. */
public final class PersonFields {

    private static final FieldUse NAME = new FieldUse(false, true, true, true, true);
    private static final FieldUse LISTED = new FieldUse(false, true, false, true, true);
    private static final FieldUse FILTERED = new FieldUse(false, true, false, false, true);
    private static final FieldUse STAMP = new FieldUse(true, true, true, false, false);
    private static final FieldUse SET = new FieldUse(true, true, false, false, false);

    public static final List<Field> ALL = List.of(
            Field.of("name", FieldType.TEXT, "Name", "姓名", NAME).with(rules(true, false, 200)),
            Field.of("customerId", FieldType.REFERENCE, "Customer", "客户", SET).to("customer"),
            text("role", 50, "Role", "角色", LISTED).hint("Decision-maker, buyer, user …", "决策人、采购、使用人……"),
            text("position", 100, "Position", "职务", LISTED),
            text("phones", 40, "Phones", "电话", LISTED).several().under(CustomerFields.REACHING),
            text("emails", 254, "E-mail addresses", "邮箱", LISTED).several().under(CustomerFields.REACHING),
            Field.of("sex", FieldType.CHOICE, "Sex", "性别", FILTERED)
                    .with(CustomerFields.SEXES)
                    .under(CustomerFields.PERSON),
            Field.of("birthday.date", FieldType.DATE, "Birthday", "生日", FILTERED)
                    .under(CustomerFields.PERSON),
            text("education", 100, "Education", "学历", FILTERED).under(CustomerFields.PERSON),
            text("occupation", 100, "Occupation", "职业", FILTERED).under(CustomerFields.PERSON),
            Field.of("preferences", FieldType.LONG_TEXT, "Preferences", "偏好", FILTERED)
                    .with(rules(false, false, 2000))
                    .under(CustomerFields.PERSON),
            Field.of("createdAt", FieldType.INSTANT, "Created", "创建时间", STAMP),
            Field.of("createdBy", FieldType.TEXT, "Created by", "创建人", SET),
            Field.of("updatedAt", FieldType.INSTANT, "Changed", "修改时间", STAMP),
            Field.of("updatedBy", FieldType.TEXT, "Changed by", "修改人", SET),
            Field.of("id", FieldType.REFERENCE, "Person", "联系人", SET).to("person"));

    private PersonFields() {}

    private static Field text(String code, int length, String en, String zh, FieldUse use) {
        return Field.of(code, FieldType.TEXT, en, zh, use).with(rules(false, false, length));
    }
}
