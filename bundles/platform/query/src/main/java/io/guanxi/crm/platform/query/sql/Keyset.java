package io.guanxi.crm.platform.query.sql;

import io.guanxi.crm.platform.persistence.SqlDialect;
import io.guanxi.crm.platform.query.Position;
import io.guanxi.crm.platform.query.SortOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The steps in which what lies behind a position is read: first what ties with it in all keys and has a later id, then
 * what ties in all keys but the last, and so on. Each step is one range of one index, where an {@code OR} of them would
 * read everything; most pages are full after the first ones.
 */
final class Keyset {

    /** A condition that begins with AND, or is blank, and the order of what it leaves. */
    record Step(Sql condition, String order) {}

    private final List<Key> keys = new ArrayList<>();
    private final Key id;

    private record Key(String sql, Storage storage, boolean nullable, boolean descending) {}

    Keyset(SortOrder order, Columns columns, String id, SqlDialect dialect) {
        for (SortOrder.Key key : order.keys()) {
            if (!(columns.of(key.field()) instanceof Column.Own column)) {
                throw new IllegalArgumentException(
                        "can't sort by " + key.field().code());
            }
            String sql = column.storage() == Storage.TEXT ? dialect.byCodePoint(column.sql()) : column.sql();
            keys.add(new Key(sql, column.storage(), column.nullable(), key.descending()));
        }
        this.id = new Key(id, Storage.ID, false, keys.get(keys.size() - 1).descending());
    }

    /** The keys as further columns of a SELECT, named {@link #column}. */
    String select() {
        StringBuilder select = new StringBuilder();
        for (int i = 0; i < keys.size(); i++) {
            select.append(", ").append(keys.get(i).sql()).append(" AS ").append(column(i));
        }
        return select.append(", ")
                .append(id.sql())
                .append(" AS ")
                .append(column(keys.size()))
                .toString();
    }

    /** Name of the n-th key's column; that of the id follows the last key's. */
    static String column(int key) {
        return "SORT_KEY_" + key;
    }

    List<Storage> storages() {
        return keys.stream().map(Key::storage).toList();
    }

    List<Step> steps(Optional<Position> after) {
        List<Step> steps = new ArrayList<>();
        if (after.isEmpty()) {
            departing(steps, Sql.of(""), 0, Optional.empty());
            return steps;
        }
        Position position = after.get();
        if (position.values().size() != keys.size()) {
            throw new IllegalArgumentException("a position of another order");
        }
        for (int depart = keys.size(); depart >= 0; depart--) {
            Sql tied = Sql.of("");
            for (int i = 0; i < depart; i++) {
                tied.add(tiedWith(keys.get(i), position.values().get(i)));
            }
            if (depart == keys.size()) {
                tied.add(" AND " + id.sql() + (id.descending() ? " < ?" : " > ?"), position.id());
                steps.add(new Step(tied, order(depart, false)));
            } else if (position.values().get(depart).isPresent()) {
                departing(steps, tied, depart, position.values().get(depart));
            }
        }
        return steps;
    }

    // Behind a value, or behind nothing for the first page: records with a value, then those without.
    private void departing(List<Step> steps, Sql tied, int depart, Optional<String> value) {
        Key key = keys.get(depart);
        Sql present = tied.copy();
        if (value.isPresent()) {
            present.add(
                    " AND " + key.sql() + (key.descending() ? " < " : " > ")
                            + key.storage().mark(),
                    key.storage().parse(value.get()));
        } else if (key.nullable()) {
            present.add(" AND " + key.sql() + " IS NOT NULL");
        }
        steps.add(new Step(present, order(depart, true)));
        if (key.nullable()) {
            steps.add(new Step(tied.copy().add(" AND " + key.sql() + " IS NULL"), order(depart + 1, false)));
        }
    }

    private static Sql tiedWith(Key key, Optional<String> value) {
        return value.isPresent()
                ? Sql.of(
                        " AND " + key.sql() + " = " + key.storage().mark(),
                        key.storage().parse(value.get()))
                : Sql.of(" AND " + key.sql() + " IS NULL");
    }

    // Only where there may be NULLs among values: plain orders are what indexes have.
    private String order(int from, boolean firstPresent) {
        StringBuilder order = new StringBuilder(" ORDER BY ");
        for (int i = from; i < keys.size(); i++) {
            Key key = keys.get(i);
            boolean nullsFirst = key.descending() && key.nullable() && !(firstPresent && i == from);
            order.append(key.sql())
                    .append(key.descending() ? " DESC" : "")
                    .append(nullsFirst ? " NULLS LAST" : "")
                    .append(", ");
        }
        return order.append(id.sql()).append(id.descending() ? " DESC" : "").toString();
    }
}
