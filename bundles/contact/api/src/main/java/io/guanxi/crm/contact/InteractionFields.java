package io.guanxi.crm.contact;

import io.guanxi.crm.platform.fields.Choice;
import io.guanxi.crm.platform.fields.Field;
import io.guanxi.crm.platform.fields.FieldRules;
import io.guanxi.crm.platform.fields.FieldType;
import io.guanxi.crm.platform.fields.FieldUse;
import io.guanxi.crm.platform.problem.Text;
import java.util.List;
import java.util.Optional;

/** The fields every interaction has, in the order forms show them. */
public final class InteractionFields {

    private static final FieldUse LISTED = new FieldUse(false, true, false, true, false);
    private static final FieldUse SORTED = new FieldUse(false, true, true, true, false);
    private static final FieldUse FILTERED = new FieldUse(false, true, false, false, false);
    private static final FieldUse SET = new FieldUse(true, true, false, false, false);
    private static final FieldRules REQUIRED = FieldRules.NONE.asRequired();

    private static final List<Choice> CHANNELS = List.of(
            Choice.of("call", "Call", "电话"),
            Choice.of("visit", "Visit", "拜访"),
            Choice.of("meeting", "Meeting", "会议"),
            Choice.of("email", "E-mail", "邮件"),
            Choice.of("sms", "Text message", "短信"),
            Choice.of("wechat", "WeChat", "微信"),
            Choice.of("letter", "Letter", "信函"),
            Choice.of("web", "Web site", "网站"),
            Choice.of("service", "Service", "服务"),
            Choice.of("counter", "Counter", "柜台"));

    private static final List<Choice> DIRECTIONS =
            List.of(Choice.of("in", "By the customer", "客户发起"), Choice.of("out", "By us", "我方发起"));

    private static final Text NEXT_STEP = new Text("Next step", "下一步");

    public static final List<Field> ALL = List.of(
            Field.of("customerId", FieldType.REFERENCE, "Customer", "客户", LISTED)
                    .with(REQUIRED)
                    .to("customer"),
            Field.of("personIds", FieldType.REFERENCE, "Persons", "联系人", FILTERED)
                    .to("person")
                    .several(),
            Field.of("channel", FieldType.CHOICE, "Channel", "方式", LISTED)
                    .with(CHANNELS)
                    .with(REQUIRED),
            Field.of("direction", FieldType.CHOICE, "Direction", "方向", LISTED)
                    .with(DIRECTIONS)
                    .with(REQUIRED),
            Field.of("at", FieldType.INSTANT, "Date and time", "日期时间", SORTED).with(REQUIRED),
            Field.of("until", FieldType.INSTANT, "Until", "结束时间", FILTERED),
            text("subject", FieldType.TEXT, true, 200, "Subject", "主题", LISTED),
            text("summary", FieldType.LONG_TEXT, false, 4000, "Summary", "摘要", FILTERED),
            text("result", FieldType.LONG_TEXT, false, 2000, "Result", "结果", FILTERED),
            text("by", FieldType.TEXT, false, 200, "Recorded by", "记录人", LISTED).hint("You, if left empty", "留空则为本人"),
            Field.of("nextStep.at", FieldType.DATE, "Next step on", "下一步日期", LISTED)
                    .under(NEXT_STEP),
            text("nextStep.what", FieldType.TEXT, false, 500, "Next step", "下一步", LISTED)
                    .under(NEXT_STEP),
            Field.of("createdAt", FieldType.INSTANT, "Created", "创建时间", SET),
            Field.of("createdBy", FieldType.TEXT, "Created by", "创建人", SET),
            Field.of("updatedAt", FieldType.INSTANT, "Changed", "修改时间", SET),
            Field.of("updatedBy", FieldType.TEXT, "Changed by", "修改人", SET),
            Field.of("id", FieldType.REFERENCE, "Interaction", "互动记录", SET).to("interaction"));

    private InteractionFields() {}

    private static Field text(
            String code, FieldType type, boolean required, int length, String en, String zh, FieldUse use) {
        return Field.of(code, type, en, zh, use)
                .with(new FieldRules(required, false, Optional.of(length), Optional.empty(), Optional.empty()));
    }
}
