package io.guanxi.crm.customer.web;

import io.guanxi.crm.customer.CustomerEntry;
import io.guanxi.crm.customer.CustomerKind;
import io.guanxi.crm.customer.CustomerQuery;
import io.guanxi.crm.customer.CustomerQuery.Sort;
import io.guanxi.crm.platform.http.Cursor;
import io.guanxi.crm.platform.http.Ids;
import io.guanxi.crm.platform.http.Paging;
import io.guanxi.crm.platform.http.Params;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What is asked of the list of customers; a cursor is good for the order it was made in. */
record CustomerListing(CustomerQuery query, String cursors) {

    private static final Map<String, Sort> SORTS =
            Map.of("name", Sort.NAME, "createdAt", Sort.CREATED_AT, "updatedAt", Sort.UPDATED_AT);

    static CustomerListing of(
            @Nullable String q,
            @Nullable String kind,
            @Nullable String sort,
            @Nullable String archived,
            Paging paging) {
        String order = Params.oneOf("sort", sort, "name", "-name", "createdAt", "-createdAt", "-updatedAt");
        String cursors = "customers:" + order;
        return new CustomerListing(
                new CustomerQuery(
                        Params.text("q", q),
                        Params.constant("kind", kind, CustomerKind.class),
                        Params.flag("archived", archived, false),
                        sort(order),
                        order.startsWith("-"),
                        paging.position(cursors, 2)
                                .map(v -> new CustomerQuery.Position(v.get(0), Ids.inField("after", v.get(1)))),
                        paging.readAhead()),
                cursors);
    }

    private static Sort sort(String order) {
        return Optional.ofNullable(SORTS.get(order.replace("-", ""))).orElseThrow();
    }

    String cursor(CustomerEntry last) {
        return Cursor.encode(cursors, value(query, last), Ids.toText(last.id().value()));
    }

    /** What the entry is ordered by. */
    static String value(CustomerQuery query, CustomerEntry last) {
        return switch (query.sort()) {
            case NAME -> last.name();
            case CREATED_AT -> Long.toString(last.createdAt().toEpochMilli());
            case UPDATED_AT -> Long.toString(last.updatedAt().toEpochMilli());
        };
    }
}
