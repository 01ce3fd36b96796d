package io.guanxi.crm.reporting.service;

import io.guanxi.crm.segmentation.SalesColumns;
import io.guanxi.crm.segmentation.engine.OrderColumns;
import io.guanxi.crm.segmentation.engine.OrderSnapshot;
import java.time.Instant;
import java.util.Currency;
import java.util.Map;
import java.util.TreeMap;

/** Columns a test fills itself; euros are the main currency. */
final class FixedColumns implements SalesColumns {

    private final Map<String, OrderColumns> columns = new TreeMap<>();
    private long next = 1;

    void sell(long customer, String at, String currency, long amount) {
        columns.computeIfAbsent(currency, code -> new OrderColumns())
                .upsert(next++, customer, Instant.parse(at).toEpochMilli(), amount);
    }

    @Override
    public OrderSnapshot orders(Currency currency) {
        OrderColumns those = columns.get(currency.getCurrencyCode());
        return those == null ? OrderSnapshot.EMPTY : those.snapshot();
    }

    @Override
    public Currency mainCurrency() {
        return Currency.getInstance("EUR");
    }
}
