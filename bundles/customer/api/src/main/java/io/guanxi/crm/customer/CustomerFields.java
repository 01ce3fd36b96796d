package io.guanxi.crm.customer;

import io.guanxi.crm.platform.fields.Choice;
import io.guanxi.crm.platform.fields.Field;
import io.guanxi.crm.platform.fields.FieldRules;
import io.guanxi.crm.platform.fields.FieldType;
import io.guanxi.crm.platform.fields.FieldUse;
import io.guanxi.crm.platform.problem.Text;
import java.util.List;
import java.util.Optional;

/** The fields every customer has, in the order forms show them. */
public final class CustomerFields {

    private static final FieldUse SORTED = new FieldUse(false, true, true, true, false);
    private static final FieldUse LISTED = new FieldUse(false, true, false, true, false);
    private static final FieldUse FILTERED = new FieldUse(false, true, false, false, false);
    private static final FieldUse REACH = new FieldUse(false, true, false, true, true);
    private static final FieldUse PERSONAL = new FieldUse(false, true, false, false, true);
    private static final FieldUse STAMP = new FieldUse(true, true, true, false, false);
    private static final FieldUse OWNED = new FieldUse(true, true, false, true, false);
    private static final FieldUse SET = new FieldUse(true, true, false, false, false);
    private static final FieldRules REQUIRED = FieldRules.NONE.asRequired();

    static final List<Choice> SEXES = List.of(
            Choice.of("male", "Male", "男"),
            Choice.of("female", "Female", "女"),
            Choice.of("other", "Other", "其他"),
            Choice.of("unknown", "Unknown", "未知"));

    private static final List<Choice> KINDS = List.of(
            Choice.of("company", "Company", "企业"),
            Choice.of("government", "Government body", "政府机关"),
            Choice.of("institution", "Institution", "事业单位"),
            Choice.of("society", "Society", "社会团体"),
            Choice.of("army", "Army unit", "部队"),
            Choice.of("household", "Household", "家庭"),
            Choice.of("person", "Person", "个人"),
            Choice.of("internal", "Internal unit", "内部单位"));

    private static final List<Choice> STAGES = List.of(
            Choice.of("unknown", "Unknown", "未知"),
            Choice.of("potential", "Potential", "潜在"),
            Choice.of("intent", "Interested", "意向"),
            Choice.of("customer", "Customer", "成交"),
            Choice.of("dormant", "Dormant", "沉睡"),
            Choice.of("lost", "Lost", "流失"));

    static final Text REACHING = new Text("Ways to reach them", "联系方式");
    static final Text PERSON = new Text("Personal", "个人信息");
    private static final Text ADDRESS = new Text("Address", "地址");
    private static final Text BUSINESS = new Text("Business", "经营信息");

    public static final List<Field> ALL = List.of(
            text("name", 200, "Name", "名称", SORTED).with(rules(true, false, 200)),
            Field.of("kind", FieldType.CHOICE, "Kind", "类型", LISTED).with(KINDS).with(REQUIRED),
            text("code", 40, "Code", "编号", SORTED)
                    .with(rules(false, true, 40))
                    .hint("Given by the system if left empty", "留空则由系统编号"),
            text("externalId", 100, "External ID", "外部编号", FILTERED).with(rules(false, true, 100)),
            text("shortName", 100, "Short name", "简称", FILTERED),
            Field.of("stage", FieldType.CHOICE, "Stage", "阶段", LISTED).with(STAGES),
            text("phones", 40, "Phones", "电话", REACH).several().under(REACHING),
            text("emails", 254, "E-mail addresses", "邮箱", REACH).several().under(REACHING),
            text("webSite", 300, "Web site", "网址", FILTERED).under(REACHING),
            address("region", 100, "Region", "省份", FILTERED),
            address("city", 100, "City", "城市", LISTED),
            address("district", 100, "District", "区县", FILTERED),
            address("postalCode", 20, "Postal code", "邮政编码", FieldUse.PLAIN),
            address("street", 300, "Street", "街道门牌", FieldUse.PLAIN),
            address("country", 2, "Country", "国家", FILTERED).hint("Two capital letters, such as CN", "两位大写字母代码，例如 CN"),
            text("industry", 100, "Industry", "行业", LISTED).under(BUSINESS),
            text("source", 100, "Source", "来源", FILTERED).under(BUSINESS),
            text("size", 50, "Size", "规模", FILTERED).under(BUSINESS).hint("For example 50-199", "例如 50-199"),
            text("registrationNumber", 50, "Registration number", "统一社会信用代码", FILTERED)
                    .under(BUSINESS),
            Field.of("sex", FieldType.CHOICE, "Sex", "性别", PERSONAL).with(SEXES).under(PERSON),
            Field.of("birthday.date", FieldType.DATE, "Birthday", "生日", PERSONAL)
                    .under(PERSON),
            text("position", 100, "Position", "职务", PERSONAL).under(PERSON),
            text("education", 100, "Education", "学历", PERSONAL).under(PERSON),
            text("occupation", 100, "Occupation", "职业", PERSONAL).under(PERSON),
            Field.of("preferences", FieldType.LONG_TEXT, "Preferences", "偏好", PERSONAL)
                    .with(rules(false, false, 2000))
                    .under(PERSON),
            Field.of("ownerId", FieldType.REFERENCE, "Owner", "负责人", OWNED).to("user"),
            Field.of("departmentId", FieldType.REFERENCE, "Department", "所属部门", SET)
                    .to("department"),
            Field.of("createdAt", FieldType.INSTANT, "Created", "创建时间", STAMP),
            Field.of("createdBy", FieldType.TEXT, "Created by", "创建人", SET),
            Field.of("updatedAt", FieldType.INSTANT, "Changed", "修改时间", STAMP),
            Field.of("updatedBy", FieldType.TEXT, "Changed by", "修改人", SET),
            Field.of("archivedAt", FieldType.INSTANT, "Archived", "归档时间", SET),
            Field.of("id", FieldType.REFERENCE, "Customer", "客户", SET).to("customer"));

    private CustomerFields() {}

    private static Field text(String code, int length, String en, String zh, FieldUse use) {
        return Field.of(code, FieldType.TEXT, en, zh, use).with(rules(false, false, length));
    }

    private static Field address(String code, int length, String en, String zh, FieldUse use) {
        return text("addresses." + code, length, en, zh, use).several().under(ADDRESS);
    }

    static FieldRules rules(boolean required, boolean unique, int length) {
        return new FieldRules(required, unique, Optional.of(length), Optional.empty(), Optional.empty());
    }
}
