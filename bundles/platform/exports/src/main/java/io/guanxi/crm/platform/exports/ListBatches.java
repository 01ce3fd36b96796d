package io.guanxi.crm.platform.exports;

import io.guanxi.crm.platform.query.ListQuery;
import io.guanxi.crm.platform.query.Slice;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.ToLongFunction;

/** Everything that a list matches, in its order, part by part: each part goes on by key where the one before ended. */
public final class ListBatches<T> implements IdBatches {

    private final Function<ListQuery, Slice<T>> list;
    private final ToLongFunction<T> id;
    private Optional<ListQuery> rest;

    /**
     * @param query its position and limit are set aside
     * @param list reads a part; called again for each
     */
    public ListBatches(ListQuery query, Function<ListQuery, Slice<T>> list, ToLongFunction<T> id) {
        this.list = list;
        this.id = id;
        this.rest = Optional.of(query.fromTheBeginning(SIZE));
    }

    @Override
    public long[] next() {
        if (rest.isEmpty()) {
            return new long[0];
        }
        ListQuery query = rest.get();
        Slice<T> slice = list.apply(query);
        rest = slice.next().map(position -> query.after(position, SIZE));
        return slice.rows().stream().mapToLong(id).toArray();
    }
}
