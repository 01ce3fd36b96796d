package com.example.erp;

import io.guanxi.crm.customer.CustomerEntry;
import io.guanxi.crm.platform.events.News;
import java.util.Optional;

/**
 * A customer as the ERP knows them.
 *
 * @param version of the customer when this was read; 0 where it is not known
 */
record Partner(long customerId, String code, String name, boolean archived, long version) {

    /** Empty for news that are not about a customer. */
    static Optional<Partner> of(News news) {
        if (!news.recordType().equals("customer")) {
            return Optional.empty();
        }
        return Optional.of(new Partner(
                news.recordId(),
                String.valueOf(news.data().get("code")),
                String.valueOf(news.data().get("name")),
                news.topic().equals("customer.archived"),
                Long.parseLong(String.valueOf(news.data().get("version")))));
    }

    /** As a list has them: older than any news. */
    static Partner of(CustomerEntry entry) {
        return new Partner(
                entry.id().value(),
                entry.code(),
                entry.name(),
                entry.archivedAt().isPresent(),
                0);
    }
}
