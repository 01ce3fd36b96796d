package io.guanxi.crm.platform.testing;

import io.guanxi.crm.platform.fields.Choice;
import io.guanxi.crm.platform.fields.CustomFieldAdmin;
import io.guanxi.crm.platform.fields.FieldDefinition;
import io.guanxi.crm.platform.fields.FieldType;
import java.util.List;

/** A custom field of every type, with values that files like to spoil. */
public final class EveryField {

    /** The columns, parted by bars. */
    public static final String HEADER = "custom.text|custom.notes|custom.number|custom.money|custom.date|custom.instant"
            + "|custom.flag|custom.choice|custom.choices|custom.other";

    private EveryField() {}

    /** Defines them; one is labelled like a column that most types have, one like a formula. */
    public static void define(CustomFieldAdmin fields, String recordType) {
        fields.define(field(recordType, "text", FieldType.TEXT, "NAME", "姓 名"));
        fields.define(field(recordType, "notes", FieldType.LONG_TEXT, "=Notes", "=附注"));
        fields.define(field(recordType, "number", FieldType.NUMBER, "Number", "数字"));
        fields.define(field(recordType, "money", FieldType.MONEY, "Money", "金额"));
        fields.define(field(recordType, "date", FieldType.DATE, "Founded", "成立日"));
        fields.define(field(recordType, "instant", FieldType.INSTANT, "Seen", "见面时刻"));
        fields.define(field(recordType, "flag", FieldType.BOOLEAN, "Flag", "标记"));
        fields.define(
                field(recordType, "choice", FieldType.CHOICE, "Choice", "选项").with(choices()));
        fields.define(field(recordType, "choices", FieldType.CHOICES, "Choices", "多选项")
                .with(choices()));
        fields.define(
                field(recordType, "other", FieldType.REFERENCE, "Other", "另一个").to(recordType));
    }

    private static FieldDefinition field(String recordType, String code, FieldType type, String en, String zh) {
        return FieldDefinition.of(recordType, code, type, en, zh);
    }

    private static List<Choice> choices() {
        return List.of(Choice.of("a", "Good", "好"), Choice.of("b", "Bad", "差"), Choice.of("c", "Else", "其他"));
    }

    /** A cell for each. */
    public static String cells(long reference) {
        return String.join(
                "|",
                "=1+1",
                "-一\n@二 \"三\", 四;五",
                "-12345678901234567890.12345678",
                "-0.5 JPY",
                "1888-02-03",
                "2026-03-01T08:30:00.123Z",
                "是",
                "好",
                "c;a",
                Long.toString(reference));
    }

    /** The same with another number, and without a text. */
    public static String changed(long reference) {
        return cells(reference).replace("=1+1", "").replace("-12345678901234567890.12345678", "1");
    }

    /** A blank cell for each. */
    public static String blanks() {
        return "|".repeat(HEADER.split("\\|", -1).length - 1);
    }

    /** What NDJSON has under {@code custom}. */
    public static String json(long reference) {
        return "\"custom\":{\"choice\":\"a\",\"choices\":[\"a\",\"c\"],\"date\":\"1888-02-03\",\"flag\":true,"
                + "\"instant\":\"2026-03-01T08:30:00.123Z\",\"money\":{\"amount\":\"-0.5\",\"currency\":\"JPY\"},"
                + "\"notes\":\"-一\\n@二 \\\"三\\\", 四;五\",\"number\":\"-12345678901234567890.12345678\","
                + "\"other\":\"" + reference + "\",\"text\":\"=1+1\"}";
    }
}
