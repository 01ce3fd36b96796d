package io.guanxi.crm.platform.query;

import io.guanxi.crm.platform.fields.Choice;
import io.guanxi.crm.platform.fields.Field;
import io.guanxi.crm.platform.fields.FieldType;
import io.guanxi.crm.platform.fields.FieldUse;
import java.util.List;

/** One field of every type. */
public final class TestFields {

    private static final FieldUse ANY = new FieldUse(false, true, true, true, false);

    public static final List<Field> ALL = List.of(
            field("name", FieldType.TEXT),
            field("city", FieldType.TEXT),
            field("note", FieldType.LONG_TEXT),
            field("amount", FieldType.NUMBER),
            field("born", FieldType.DATE),
            field("seenAt", FieldType.INSTANT),
            field("open", FieldType.BOOLEAN),
            field("kind", FieldType.CHOICE)
                    .with(List.of(
                            Choice.of("company", "Company", "企业"),
                            Choice.of("end-consumer", "End consumer", "消费者"),
                            Choice.of("person", "Person", "个人"))),
            field("parentId", FieldType.REFERENCE).to("customer"),
            field("phones", FieldType.TEXT),
            Field.of("secret", FieldType.TEXT, "Secret", "秘密", FieldUse.PLAIN));

    private TestFields() {}

    private static Field field(String code, FieldType type) {
        return Field.of(code, type, code, code, ANY);
    }
}
