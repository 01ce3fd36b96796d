package io.guanxi.crm.transaction.service.imports;

import io.guanxi.crm.platform.imports.ImportColumn;
import io.guanxi.crm.platform.problem.Text;
import java.util.List;

/** What a file of orders may have. */
public final class OrderColumns {

    static final String NUMBER = "orderNumber";
    static final String EXTERNAL_ID = "externalId";
    static final String CUSTOMER = "customerExternalId";
    static final String CUSTOMER_CODE = "customerCode";
    static final String ORDERED_AT = "orderedAt";
    static final String CURRENCY = "currency";
    static final String STATUS = "status";
    static final String PRODUCT = "product";
    static final String DESCRIPTION = "description";
    static final String QUANTITY = "quantity";
    static final String UNIT_PRICE = "unitPrice";
    static final String DISCOUNT = "discount";

    public static final List<ImportColumn> ALL = List.of(
            column(NUMBER, "Order number", "订单号", true).or("订单编号", "order no", "order id", "invoice", "invoice no"),
            column(EXTERNAL_ID, "External ID", "外部编号", false),
            column(CUSTOMER, "Customer external ID", "客户外部编号", true).or("客户ID", "customer", "customer id"),
            column(CUSTOMER_CODE, "Customer code", "客户编号", false).or("客户编码", "customer number"),
            column(ORDERED_AT, "Ordered at", "下单时间", true).or("订单日期", "日期", "order date", "date", "invoice date"),
            column(CURRENCY, "Currency", "币种", true).or("货币"),
            column(STATUS, "Status", "状态", false).or("订单状态"),
            column(PRODUCT, "Product", "产品", true).or("产品编号", "货号", "商品", "sku", "stock code", "product code"),
            column(DESCRIPTION, "Description", "说明", false).or("产品名称", "商品名称", "备注", "product name"),
            column(QUANTITY, "Quantity", "数量", true).or("数目", "件数", "qty"),
            column(UNIT_PRICE, "Unit price", "单价", true).or("价格", "price"),
            column(DISCOUNT, "Discount", "折扣", false).or("优惠", "折扣金额"));

    private OrderColumns() {}

    private static ImportColumn column(String code, String en, String zh, boolean required) {
        return new ImportColumn(code, new Text(en, zh), required);
    }
}
