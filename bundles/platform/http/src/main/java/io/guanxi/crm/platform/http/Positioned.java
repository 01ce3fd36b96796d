package io.guanxi.crm.platform.http;

import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Pages of what never changes, by position. */
public final class Positioned {

    /** What lies behind a position, at most so many. */
    @FunctionalInterface
    public interface Reader<E> {
        List<E> read(int position, int most);
    }

    private Positioned() {}

    /**
     * Of a list that is read as a whole, since it is short.
     *
     * @param list whose cursors these are
     */
    public static <E, T> Page<T> page(
            String list, @Nullable String limit, @Nullable String after, Supplier<List<E>> all, Function<E, T> view) {
        return page(
                list,
                limit,
                after,
                (position, most) ->
                        all.get().stream().skip(position).limit(most).toList(),
                view);
    }

    /** @param list whose cursors these are */
    public static <E, T> Page<T> page(
            String list, @Nullable String limit, @Nullable String after, Reader<E> reader, Function<E, T> view) {
        Paging paging = Paging.of(limit, after);
        int position = paging.position(list, 1)
                .map(values -> Integer.valueOf(values.get(0)))
                .orElse(0);
        int next = position + paging.limit();
        return Page.of(
                reader.read(position, paging.readAhead()),
                paging,
                view,
                last -> Cursor.encode(list, Integer.toString(next)));
    }
}
