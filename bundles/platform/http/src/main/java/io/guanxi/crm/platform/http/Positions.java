package io.guanxi.crm.platform.http;

import io.guanxi.crm.platform.query.Position;
import io.guanxi.crm.platform.query.SortOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Positions in lists as cursors. */
final class Positions {

    /** Stands before a value, so that an empty text differs from none. */
    private static final String PRESENT = "=";

    private Positions() {}

    static String encode(String cursors, Position position) {
        List<String> values = new ArrayList<>();
        position.values()
                .forEach(value -> values.add(value.map(v -> PRESENT + v).orElse("")));
        values.add(Ids.toText(position.id()));
        return Cursor.encode(cursors, values.toArray(String[]::new));
    }

    static Position decode(String cursors, String cursor, SortOrder order) {
        List<String> values = Cursor.decode(cursors, cursor, order.keys().size() + 1);
        List<Optional<String>> keys = values.subList(0, values.size() - 1).stream()
                .map(value -> value.isEmpty() ? Optional.<String>empty() : Optional.of(value.substring(1)))
                .toList();
        return new Position(keys, Ids.inField("after", values.get(values.size() - 1)));
    }
}
