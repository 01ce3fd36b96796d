package io.guanxi.crm.customer.service.imports;

import io.guanxi.crm.platform.fields.Field;
import io.guanxi.crm.platform.imports.ImportColumn;
import io.guanxi.crm.platform.problem.Text;
import java.util.List;
import java.util.Set;

/** What a file of customers may have. */
public final class CustomerColumns {

    public static final List<ImportColumn> ALL = List.of(
            new ImportColumn("name", new Text("Name", "名称"), true)
                    .or("客户名称", "客户", "公司名称", "公司", "姓名", "customer", "customer name", "company", "company name"),
            column("kind", "Kind", "类型").or("客户类型", "性质", "customer type"),
            column("externalId", "External ID", "外部编号").or("外部ID", "ERP编号", "客户ID", "id", "erp id"),
            column("code", "Code", "编号").or("客户编号", "客户编码", "编码", "customer code", "number"),
            column("shortName", "Short name", "简称").or("客户简称"),
            column("stage", "Stage", "阶段").or("客户阶段", "状态", "status"),
            column("industry", "Industry", "行业").or("所属行业"),
            column("source", "Source", "来源").or("来源渠道", "客户来源"),
            column("size", "Size", "规模").or("人数", "员工人数", "employees"),
            column("registrationNumber", "Registration number", "统一社会信用代码").or("税号", "营业执照号", "信用代码", "tax number"),
            column("phones", "Phones", "电话").or("手机", "手机号", "联系电话", "电话号码", "phone", "mobile", "telephone"),
            column("emails", "E-mail addresses", "邮箱").or("邮件", "电子邮箱", "电子邮件", "email", "mail"),
            column("webSite", "Web site", "网址").or("网站", "主页", "homepage", "url"),
            column("country", "Country", "国家"),
            column("region", "Region", "省份").or("省", "province", "state"),
            column("city", "City", "城市").or("市", "所在城市", "town"),
            column("district", "District", "区县").or("区", "县"),
            column("street", "Street", "街道").or("地址", "详细地址", "address"),
            column("postalCode", "Postal code", "邮编").or("邮政编码", "zip", "zip code", "post code"),
            column("sex", "Sex", "性别").or("gender"),
            column("birthday", "Birthday", "生日").or("出生日期", "date of birth"),
            column("position", "Position", "职务").or("职位", "job title", "title"),
            column("education", "Education", "学历"),
            column("occupation", "Occupation", "职业").or("职务类别"),
            column("preferences", "Preferences", "偏好").or("备注", "notes"));

    private static final Set<String> ADDRESS = Set.of("country", "region", "city", "district", "street", "postalCode");

    private CustomerColumns() {}

    private static ImportColumn column(String code, String en, String zh) {
        return new ImportColumn(code, new Text(en, zh), false);
    }

    /** The field behind a column. */
    public static String field(String column) {
        return ADDRESS.contains(column) ? "addresses." + column : column;
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
