package io.guanxi.crm.customer.service.imports;

import io.guanxi.crm.platform.fields.Field;
import io.guanxi.crm.platform.imports.ImportColumn;
import io.guanxi.crm.platform.problem.Text;
import java.util.List;

/** What a file of customers may have. */
final class CustomerColumns {

    static final List<ImportColumn> ALL = List.of(
            new ImportColumn("name", new Text("Name", "名称"), true),
            column("kind", "Kind", "类型"),
            column("externalId", "External ID", "外部编号"),
            column("code", "Code", "编号"),
            column("shortName", "Short name", "简称"),
            column("stage", "Stage", "阶段"),
            column("industry", "Industry", "行业"),
            column("source", "Source", "来源"),
            column("size", "Size", "规模"),
            column("registrationNumber", "Registration number", "统一社会信用代码"),
            column("phones", "Phones", "电话"),
            column("emails", "E-mail addresses", "邮箱"),
            column("webSite", "Web site", "网址"),
            column("country", "Country", "国家"),
            column("region", "Region", "省份"),
            column("city", "City", "城市"),
            column("district", "District", "区县"),
            column("street", "Street", "街道"),
            column("postalCode", "Postal code", "邮编"),
            column("sex", "Sex", "性别"),
            column("birthday", "Birthday", "生日"),
            column("position", "Position", "职务"),
            column("education", "Education", "学历"),
            column("occupation", "Occupation", "职业"),
            column("preferences", "Preferences", "偏好"));

    private CustomerColumns() {}

    private static ImportColumn column(String code, String en, String zh) {
        return new ImportColumn(code, new Text(en, zh), false);
    }

    /** The column behind a field of the archive's rules, such as {@code addresses[0].city}. */
    static String of(String field) {
        String path = field.replaceAll("\\[[0-9]+]", "");
        if (path.startsWith(Field.CUSTOM)) {
            return path;
        }
        if (path.startsWith("addresses.")) {
            return path.substring("addresses.".length());
        }
        int dot = path.indexOf('.');
        return dot < 0 ? path : path.substring(0, dot);
    }
}
