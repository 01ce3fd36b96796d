package io.guanxi.crm.platform.exports;

import java.sql.SQLException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Lists of texts, such as the phones of each customer, as one cell each: parted by semicolons, as imports read them. */
public final class TextLists {

    private final Map<Long, @Nullable String[]> lists = new HashMap<>();

    /** @param select of id, ordinal from 0 and text, ending in {@code WHERE} and the column of the ids */
    public static TextLists read(IdRows rows, String select) throws SQLException {
        TextLists texts = new TextLists();
        rows.visit(select, row -> texts.put(row.getLong(1), row.getInt(2), row.getString(3)));
        return texts;
    }

    private void put(long id, int ordinal, String text) {
        @Nullable String[] list = lists.computeIfAbsent(id, key -> new String[ordinal + 1]);
        if (list.length <= ordinal) {
            list = Arrays.copyOf(list, ordinal + 1);
            lists.put(id, list);
        }
        list[ordinal] = text;
    }

    /** Null where the record has none. */
    public @Nullable String of(long id) {
        @Nullable String[] list = lists.get(id);
        if (list == null || list.length == 1) {
            return list == null ? null : list[0];
        }
        return Arrays.stream(list).filter(Objects::nonNull).collect(Collectors.joining(";"));
    }
}
