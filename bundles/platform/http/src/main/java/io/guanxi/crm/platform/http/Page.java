package io.guanxi.crm.platform.http;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * One page of a list as it is written to the wire.
 *
 * @param next cursor of the following page; absent on the last one
 * @param total number of all items; only where it was asked for
 * @param projection which of the items' fields are written
 */
public record Page<T>(List<T> items, Optional<String> next, Optional<Long> total, @JsonIgnore Projection projection) {

    public Page {
        items = List.copyOf(items);
    }

    /** A page of whole items. */
    public Page(List<T> items, Optional<String> next, Optional<Long> total) {
        this(items, next, total, Projection.ALL);
    }

    /**
     * Cuts a page out of a list that was read with one item more than the limit: the extra item tells that another page
     * follows, whose cursor is made of the last item shown.
     */
    public static <E, T> Page<T> of(List<E> read, Paging paging, Function<E, T> view, Function<E, String> cursor) {
        return of(read, paging, view, cursor, Optional.empty());
    }

    /** Like {@link #of(List, Paging, Function, Function)}, with the total. */
    public static <E, T> Page<T> of(
            List<E> read, Paging paging, Function<E, T> view, Function<E, String> cursor, Optional<Long> total) {
        boolean more = read.size() > paging.limit();
        List<E> shown = more ? read.subList(0, paging.limit()) : read;
        Optional<String> next = more ? Optional.of(cursor.apply(shown.get(shown.size() - 1))) : Optional.empty();
        return new Page<>(shown.stream().map(view).toList(), next, total);
    }
}
