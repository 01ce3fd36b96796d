package io.guanxi.crm.platform.http;

import io.guanxi.crm.platform.query.ListQuery;
import io.guanxi.crm.platform.query.Slice;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.LongSupplier;

/**
 * A list that was asked for.
 *
 * @param cursors the list and its order, which cursors are good for
 * @param count true where the number of all items is asked for too
 */
public record ListRequest<T>(String cursors, ListQuery query, boolean count, Projection projection) {

    /**
     * The answer.
     *
     * @param total counts all items; asked only where the caller wants to know
     */
    public <E> Page<T> page(Slice<E> slice, Function<E, T> view, LongSupplier total) {
        return new Page<>(
                slice.rows().stream().map(view).toList(),
                slice.next().map(position -> Positions.encode(cursors, position)),
                count ? Optional.of(total.getAsLong()) : Optional.empty(),
                projection);
    }
}
