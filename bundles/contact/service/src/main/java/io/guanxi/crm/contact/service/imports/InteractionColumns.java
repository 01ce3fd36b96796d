package io.guanxi.crm.contact.service.imports;

import io.guanxi.crm.platform.imports.ImportColumn;
import io.guanxi.crm.platform.problem.Text;
import java.util.List;

/** What a file of interactions may have; the customer by either of his keys, persons by their names there. */
public final class InteractionColumns {

    static final String CUSTOMER_EXTERNAL_ID = "customerExternalId";
    static final String CUSTOMER_CODE = "customerCode";
    static final String CHANNEL = "channel";
    static final String AT = "at";
    static final String SUBJECT = "subject";

    public static final List<ImportColumn> ALL = List.of(
            column(CUSTOMER_EXTERNAL_ID, "Customer external ID", "客户外部编号", false)
                    .or("外部编号", "客户ID", "customer id"),
            column(CUSTOMER_CODE, "Customer code", "客户编号", false).or("客户编码", "customer number"),
            column(CHANNEL, "Channel", "渠道", true).or("方式", "联系方式", "type"),
            column("direction", "Direction", "方向", false),
            column(AT, "At", "时间", true).or("联系时间", "日期", "date", "time", "started at"),
            column("until", "Until", "结束时间", false).or("ended at", "end"),
            column(SUBJECT, "Subject", "主题", true).or("标题", "title"),
            column("summary", "Summary", "内容", false).or("摘要", "备注", "notes", "description"),
            column("result", "Result", "结果", false).or("outcome"),
            column("by", "By", "经办人", false).or("跟进人", "销售", "owner", "user"),
            column("nextAt", "Next step on", "下次联系日期", false).or("下次跟进", "next date"),
            column("nextWhat", "Next step", "下一步", false),
            column("persons", "Persons", "联系人", false).or("参与人", "contacts", "participants"));

    private InteractionColumns() {}

    /** The field behind a column. */
    public static String field(String column) {
        return switch (column) {
            case "nextAt" -> "nextStep.at";
            case "nextWhat" -> "nextStep.what";
            default -> column;
        };
    }

    private static ImportColumn column(String code, String en, String zh, boolean required) {
        return new ImportColumn(code, new Text(en, zh), required);
    }
}
