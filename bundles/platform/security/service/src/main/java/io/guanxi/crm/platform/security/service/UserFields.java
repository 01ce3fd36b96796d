package io.guanxi.crm.platform.security.service;

import io.guanxi.crm.platform.fields.Field;
import io.guanxi.crm.platform.fields.FieldRules;
import io.guanxi.crm.platform.fields.FieldType;
import io.guanxi.crm.platform.fields.FieldUse;
import java.util.List;
import java.util.Optional;

/** The fields of users. */
final class UserFields {

    private static final FieldUse LISTED = new FieldUse(false, true, true, true, false);
    private static final FieldUse PERSONAL = new FieldUse(false, true, true, true, true);
    private static final FieldUse MANY = new FieldUse(false, true, false, true, false);
    private static final FieldUse ASIDE = new FieldUse(false, true, true, false, false);
    private static final FieldUse SYSTEM = new FieldUse(true, true, true, false, false);

    static final Field NAME =
            Field.of("name", FieldType.TEXT, "Sign-in name", "登录名", LISTED).with(FieldRules.NONE.asRequired());
    static final Field FULL_NAME = Field.of("fullName", FieldType.TEXT, "Full name", "姓名", PERSONAL)
            .with(longest(UserRules.LONGEST_FULL_NAME));
    static final Field EMAIL =
            Field.of("email", FieldType.TEXT, "E-mail", "电子邮箱", PERSONAL).with(longest(UserRules.LONGEST_EMAIL));

    static final List<Field> ALL = List.of(
            Field.of("id", FieldType.TEXT, "Id", "编号", SYSTEM),
            NAME,
            FULL_NAME,
            EMAIL,
            Field.of("departmentId", FieldType.REFERENCE, "Department", "部门", LISTED)
                    .to(OwnTypes.DEPARTMENT),
            Field.of("roles", FieldType.TEXT, "Roles", "角色", MANY).several(),
            Field.of("enabled", FieldType.BOOLEAN, "May sign in", "允许登录", LISTED),
            Field.of("language", FieldType.TEXT, "Language", "语言", ASIDE),
            Field.of("timeZone", FieldType.TEXT, "Time zone", "时区", ASIDE),
            Field.of("createdAt", FieldType.INSTANT, "Created at", "创建时间", SYSTEM),
            Field.of("createdBy", FieldType.TEXT, "Created by", "创建人", SYSTEM),
            Field.of("updatedAt", FieldType.INSTANT, "Updated at", "更新时间", SYSTEM),
            Field.of("updatedBy", FieldType.TEXT, "Updated by", "更新人", SYSTEM));

    private UserFields() {}

    private static FieldRules longest(int length) {
        return new FieldRules(false, false, Optional.of(length), Optional.empty(), Optional.empty());
    }
}
