package io.guanxi.crm.customer;

import java.util.Optional;

/**
 * Which customers a list shows.
 *
 * @param text beginning of the name, or of a phone number where it looks like one
 * @param archived false: only living records; true: only archived ones
 * @param after where the page before ended; empty for the first page
 * @param limit at least 1; one more than a page shows tells whether another follows
 */
public record CustomerQuery(
        Optional<String> text,
        Optional<CustomerKind> kind,
        boolean archived,
        Sort sort,
        boolean descending,
        Optional<Position> after,
        int limit) {

    /** What a list is ordered by; ties are resolved by id. */
    public enum Sort {
        NAME,
        CREATED_AT,
        UPDATED_AT
    }

    /** The sort value and id of the last entry of a page; instants as milliseconds. */
    public record Position(String value, long id) {}
}
