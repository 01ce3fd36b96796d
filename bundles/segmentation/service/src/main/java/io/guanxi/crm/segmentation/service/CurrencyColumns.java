package io.guanxi.crm.segmentation.service;

import io.guanxi.crm.segmentation.engine.OrderColumns;
import io.guanxi.crm.segmentation.engine.OrderSnapshot;
import io.guanxi.crm.transaction.Ledger;
import io.guanxi.crm.transaction.OrderId;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;

/** The confirmed orders of all currencies, for one writer at a time. */
final class CurrencyColumns {

    private final Map<String, OrderColumns> columns = new TreeMap<>();

    /** Every confirmed order. */
    static CurrencyColumns loaded(Ledger ledger) {
        CurrencyColumns all = new CurrencyColumns();
        ledger.visitConfirmed((order, customer, orderedAt, amount, currency) ->
                all.in(currency).upsert(order, customer, orderedAt, amount));
        return all;
    }

    /** Reads these orders again; one that is no longer confirmed goes, one that changed its currency moves. */
    void refresh(Ledger ledger, Collection<OrderId> orders) {
        Map<Long, String> confirmed = new HashMap<>();
        ledger.visitConfirmed(orders, (order, customer, orderedAt, amount, currency) -> {
            in(currency).upsert(order, customer, orderedAt, amount);
            confirmed.put(order, currency);
        });
        for (OrderId order : orders) {
            columns.forEach((currency, those) -> {
                if (!currency.equals(confirmed.get(order.value()))) {
                    those.remove(order.value());
                }
            });
        }
    }

    /** The currencies that have orders, each with its orders as they are now. */
    Map<String, OrderSnapshot> snapshots() {
        Map<String, OrderSnapshot> snapshots = new HashMap<>();
        columns.forEach((currency, those) -> {
            if (those.size() > 0) {
                snapshots.put(currency, those.snapshot());
            }
        });
        return Map.copyOf(snapshots);
    }

    private OrderColumns in(String currency) {
        return columns.computeIfAbsent(currency, code -> new OrderColumns());
    }
}
