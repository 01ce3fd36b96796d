package io.guanxi.crm.platform.web;

import io.guanxi.crm.platform.http.Cursor;
import io.guanxi.crm.platform.http.Page;
import io.guanxi.crm.platform.http.Paging;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/** Pages of a list that is in the order of a number of its records, such as an id. */
final class NumberedPage {

    /** What lies behind the record of this number, at most so many; from the beginning where there is no number. */
    @FunctionalInterface
    interface Reader<E> {
        List<E> read(Optional<Long> behind, int most);
    }

    private NumberedPage() {}

    /** @param list whose cursors these are */
    static <E, T> Page<T> of(
            String list,
            @Nullable String limit,
            @Nullable String after,
            Reader<E> reader,
            Function<E, T> view,
            ToLongFunction<E> number) {
        Paging paging = Paging.of(limit, after);
        Optional<Long> behind = paging.position(list, 1).map(values -> Long.valueOf(values.get(0)));
        return Page.of(
                reader.read(behind, paging.readAhead()),
                paging,
                view,
                last -> Cursor.encode(list, Long.toString(number.applyAsLong(last))));
    }
}
