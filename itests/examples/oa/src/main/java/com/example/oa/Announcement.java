package com.example.oa;

import io.guanxi.crm.platform.events.Event;
import io.guanxi.crm.platform.events.News;
import java.time.Instant;
import java.util.Optional;

/**
 * What the people of the OA are told.
 *
 * @param id sequence of the event it was made of: what was stored of an event is found again when the event comes twice
 * @param subject name of the customer, or number of the order
 */
record Announcement(long id, Instant at, Kind kind, String subject, long customerId, long recordId) {

    /** What it is about. */
    enum Kind {
        CUSTOMER,
        ORDER
    }

    /** Empty for events that nobody is told of. */
    static Optional<Announcement> of(Event event) {
        News news = event.news();
        return switch (news.topic()) {
            case "customer.created" ->
                Optional.of(new Announcement(
                        event.sequence(),
                        event.at(),
                        Kind.CUSTOMER,
                        text(news, "name"),
                        news.recordId(),
                        news.recordId()));
            case "order.confirmed" ->
                Optional.of(new Announcement(
                        event.sequence(),
                        event.at(),
                        Kind.ORDER,
                        text(news, "number"),
                        Long.parseLong(text(news, "customerId")),
                        news.recordId()));
            default -> Optional.empty();
        };
    }

    private static String text(News news, String name) {
        return String.valueOf(news.data().get(name));
    }
}
