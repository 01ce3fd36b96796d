package io.guanxi.crm.customer.service.imports;

import io.guanxi.crm.customer.CustomerKind;
import io.guanxi.crm.customer.Sex;
import io.guanxi.crm.customer.Stage;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** What a cell may say for one of a few values: the code, or one of its Chinese names. */
final class Words<E extends Enum<E>> {

    static final Words<CustomerKind> KINDS = new Words<>(CustomerKind.values())
            .and(CustomerKind.COMPANY, "公司", "企业")
            .and(CustomerKind.GOVERNMENT, "政府", "政府机关")
            .and(CustomerKind.INSTITUTION, "事业单位")
            .and(CustomerKind.SOCIETY, "社会团体", "社团")
            .and(CustomerKind.ARMY, "军队", "部队")
            .and(CustomerKind.HOUSEHOLD, "家庭")
            .and(CustomerKind.PERSON, "个人")
            .and(CustomerKind.INTERNAL, "内部", "内部单位");

    static final Words<Stage> STAGES = new Words<>(Stage.values())
            .and(Stage.UNKNOWN, "未知")
            .and(Stage.POTENTIAL, "潜在", "潜在客户")
            .and(Stage.INTENT, "意向", "意向客户")
            .and(Stage.CUSTOMER, "客户", "成交客户")
            .and(Stage.DORMANT, "休眠", "休眠客户")
            .and(Stage.LOST, "流失", "流失客户");

    static final Words<Sex> SEXES = new Words<>(Sex.values())
            .and(Sex.MALE, "男")
            .and(Sex.FEMALE, "女")
            .and(Sex.OTHER, "其他")
            .and(Sex.UNKNOWN, "未知");

    private final Map<String, E> values = new HashMap<>();

    private Words(E[] codes) {
        for (E code : codes) {
            values.put(code.name().toLowerCase(Locale.ROOT), code);
        }
    }

    private Words<E> and(E value, String... names) {
        for (String name : names) {
            values.put(name, value);
        }
        return this;
    }

    Optional<E> of(String text) {
        return Optional.ofNullable(values.get(text.toLowerCase(Locale.ROOT)));
    }
}
