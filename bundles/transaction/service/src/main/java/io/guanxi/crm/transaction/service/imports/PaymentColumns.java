package io.guanxi.crm.transaction.service.imports;

import io.guanxi.crm.platform.imports.ImportColumn;
import io.guanxi.crm.platform.problem.Text;
import java.util.List;

/** What a file of payments may have; the order by either of its keys. */
public final class PaymentColumns {

    static final String EXTERNAL_ID = "externalId";
    static final String ORDER_NUMBER = "orderNumber";
    static final String ORDER_EXTERNAL_ID = "orderExternalId";
    static final String PAID_AT = "paidAt";
    static final String AMOUNT = "amount";
    static final String CURRENCY = "currency";
    static final String METHOD = "method";
    static final String REFERENCE = "reference";
    static final String NOTE = "note";

    public static final List<ImportColumn> ALL = List.of(
            column(EXTERNAL_ID, "External ID", "外部编号", false).or("回款编号", "收款单号", "payment id", "payment no"),
            column(ORDER_NUMBER, "Order number", "订单号", false).or("订单编号", "order no", "order id", "invoice no"),
            column(ORDER_EXTERNAL_ID, "Order external ID", "订单外部编号", false),
            column(PAID_AT, "Paid at", "回款时间", true).or("付款时间", "收款日期", "日期", "payment date", "date"),
            column(AMOUNT, "Amount", "金额", true).or("回款金额", "收款金额", "paid"),
            column(CURRENCY, "Currency", "币种", false).or("货币"),
            column(METHOD, "Method", "方式", false).or("回款方式", "支付方式", "付款方式", "payment method"),
            column(REFERENCE, "Reference", "流水号", false).or("凭证号", "交易号", "transaction id"),
            column(NOTE, "Note", "备注", false).or("说明", "notes"));

    private PaymentColumns() {}

    private static ImportColumn column(String code, String en, String zh, boolean required) {
        return new ImportColumn(code, new Text(en, zh), required);
    }

    /** The column behind a field of the ledger's rules. */
    static String of(String field) {
        return switch (field) {
            case "at" -> PAID_AT;
            case "amount.amount" -> AMOUNT;
            case "amount.currency" -> CURRENCY;
            default -> field;
        };
    }
}
