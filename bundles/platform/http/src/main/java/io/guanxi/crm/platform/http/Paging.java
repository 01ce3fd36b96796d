package io.guanxi.crm.platform.http;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a caller asks of a list: how many items, behind which position, and whether to count. */
public record Paging(int limit, Optional<String> after, boolean count) {

    public static final int DEFAULT_LIMIT = 50;
    public static final int MAX_LIMIT = 200;

    /**
     *
     * Reads the parameters {@code limit}, {@code after} and {@code count}.
     *
     *
     *
     * @throws MalformedRequestException naming one
     *
     */
    public static Paging of(@Nullable String limit, @Nullable String after, @Nullable String count) {
        return new Paging(
                Params.integer("limit", limit, DEFAULT_LIMIT, 1, MAX_LIMIT),
                Params.text("after", after),
                Params.flag("count", count, false));
    }

    /** Like {@link #of(String, String, String)} for lists that don't count. */
    public static Paging of(@Nullable String limit, @Nullable String after) {
        return of(limit, after, null);
    }

    /** One more than the limit, which tells whether another page follows. */
    public int readAhead() {
        return limit + 1;
    }

    /**
     * The values the cursor holds; empty for the first page.
     *
     * @param list the name given to {@link Cursor#encode}
     * @throws MalformedRequestException naming {@code after} where the cursor isn't one of this list
     */
    public Optional<List<String>> position(String list, int values) {
        return after.map(cursor -> Cursor.decode(list, cursor, values));
    }
}
