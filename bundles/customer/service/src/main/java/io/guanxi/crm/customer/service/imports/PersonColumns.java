package io.guanxi.crm.customer.service.imports;

import io.guanxi.crm.platform.imports.ImportColumn;
import io.guanxi.crm.platform.problem.Text;
import java.util.List;

/** What a file of persons may have; the customer by either of his keys. */
public final class PersonColumns {

    static final String CUSTOMER_EXTERNAL_ID = "customerExternalId";
    static final String CUSTOMER_CODE = "customerCode";
    static final String NAME = "name";

    public static final List<ImportColumn> ALL = List.of(
            column(CUSTOMER_EXTERNAL_ID, "Customer external ID", "客户外部编号").or("外部编号", "客户ID", "customer id"),
            column(CUSTOMER_CODE, "Customer code", "客户编号").or("客户编码", "customer number"),
            new ImportColumn(NAME, new Text("Name", "姓名"), true).or("名称", "联系人", "联系人姓名", "contact", "person"),
            column("role", "Role", "角色"),
            column("phones", "Phones", "电话").or("手机", "手机号", "联系电话", "phone", "mobile", "telephone"),
            column("emails", "E-mail addresses", "邮箱").or("邮件", "电子邮箱", "电子邮件", "email", "mail"),
            column("sex", "Sex", "性别").or("gender"),
            column("birthday", "Birthday", "生日").or("出生日期", "date of birth"),
            column("position", "Position", "职务").or("职位", "job title", "title"),
            column("education", "Education", "学历"),
            column("occupation", "Occupation", "职业"),
            column("preferences", "Preferences", "偏好").or("备注", "notes"));

    private PersonColumns() {}

    private static ImportColumn column(String code, String en, String zh) {
        return new ImportColumn(code, new Text(en, zh), false);
    }
}
