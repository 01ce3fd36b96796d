package io.guanxi.crm.transaction.service.imports;

import io.guanxi.crm.platform.imports.ImportColumn;
import io.guanxi.crm.platform.problem.Text;
import java.util.List;

/** What a file of orders may have. */
final class OrderColumns {

    static final String NUMBER = "orderNumber";
    static final String EXTERNAL_ID = "externalId";
    static final String CUSTOMER = "customerExternalId";
    static final String ORDERED_AT = "orderedAt";
    static final String CURRENCY = "currency";
    static final String STATUS = "status";
    static final String PRODUCT = "product";
    static final String DESCRIPTION = "description";
    static final String QUANTITY = "quantity";
    static final String UNIT_PRICE = "unitPrice";
    static final String DISCOUNT = "discount";

    static final List<ImportColumn> ALL = List.of(
            column(NUMBER, "Order number", "订单号", true),
            column(EXTERNAL_ID, "External ID", "外部编号", false),
            column(CUSTOMER, "Customer external ID", "客户外部编号", true),
            column(ORDERED_AT, "Ordered at", "下单时间", true),
            column(CURRENCY, "Currency", "币种", true),
            column(STATUS, "Status", "状态", false),
            column(PRODUCT, "Product", "产品", true),
            column(DESCRIPTION, "Description", "说明", false),
            column(QUANTITY, "Quantity", "数量", true),
            column(UNIT_PRICE, "Unit price", "单价", true),
            column(DISCOUNT, "Discount", "折扣", false));

    private OrderColumns() {}

    private static ImportColumn column(String code, String en, String zh, boolean required) {
        return new ImportColumn(code, new Text(en, zh), required);
    }
}
