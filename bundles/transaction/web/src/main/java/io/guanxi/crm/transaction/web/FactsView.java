package io.guanxi.crm.transaction.web;

import io.guanxi.crm.platform.http.MoneyView;
import io.guanxi.crm.transaction.CustomerFacts;
import java.time.Instant;
import java.util.List;

/** What a customer's confirmed orders come to, one entry per currency, the largest first. */
public record FactsView(String customerId, List<PerCurrency> facts) {

    /** The orders in one currency. */
    public record PerCurrency(
            String currency, long orders, MoneyView total, Instant firstOrderAt, Instant lastOrderAt) {

        static PerCurrency of(CustomerFacts facts) {
            return new PerCurrency(
                    facts.total().currency().getCurrencyCode(),
                    facts.orders(),
                    OrderView.money(facts.total()),
                    facts.firstOrderAt(),
                    facts.lastOrderAt());
        }
    }
}
