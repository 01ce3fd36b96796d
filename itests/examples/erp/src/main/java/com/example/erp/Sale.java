package com.example.erp;

import io.guanxi.crm.customer.CustomerId;
import io.guanxi.crm.transaction.OrderData;
import io.guanxi.crm.transaction.OrderLine;
import io.guanxi.crm.transaction.OrderStatus;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Currency;
import java.util.List;
import java.util.Optional;

/**
 * A sale in the ERP.
 *
 * @param customerKey the ERP's own key of the customer, their external id in the CRM
 */
record Sale(
        String number,
        String customerKey,
        Instant soldAt,
        Currency currency,
        String product,
        BigDecimal quantity,
        BigDecimal unitPrice) {

    /** The order it makes; its external id is the number of the sale. */
    OrderData toOrder(CustomerId customer) {
        OrderLine line = new OrderLine(product, Optional.empty(), quantity, unitPrice, BigDecimal.ZERO);
        return new OrderData(
                Optional.empty(),
                Optional.of(number),
                customer,
                soldAt,
                currency,
                OrderStatus.CONFIRMED,
                List.of(line));
    }
}
