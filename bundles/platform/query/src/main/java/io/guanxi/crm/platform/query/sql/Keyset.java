package io.guanxi.crm.platform.query.sql;

import io.guanxi.crm.platform.persistence.SqlDialect;
import io.guanxi.crm.platform.query.Position;
import io.guanxi.crm.platform.query.SortOrder;
import io.guanxi.crm.platform.query.sql.SortKey.Known;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;

/**
 * The steps in which what lies behind a position is read: first what ties with it in all keys and has a later id, then
 * what ties in all keys but the last, and so on. Each step is one range of one index, where an {@code OR} of them would
 * read everything; most pages are full after the first ones.
 */
final class Keyset {

    /**
     * @param select the keys as further columns, named {@link #column}
     * @param tables further tables of FROM, or blank
     * @param condition begins with AND, or is blank
     * @param order of what it leaves
     * @param merged the same order of a query around it, which knows the columns of {@code select} alone
     */
    record Step(String select, String tables, Sql condition, String order, String merged) {}

    private final List<SortKey> keys = new ArrayList<>();
    private final SortKey id;

    Keyset(SortOrder order, Columns columns, String id, SqlDialect dialect) {
        for (SortOrder.Key key : order.keys()) {
            keys.add(SortKey.of(columns.of(key.field()), key, "S" + keys.size(), dialect));
        }
        this.id = SortKey.ofId(id, !keys.isEmpty() && keys.get(keys.size() - 1).descending());
    }

    /** Name of the n-th key's column; that of the id follows the last key's. */
    static String column(int key) {
        return "SORT_KEY_" + key;
    }

    List<Storage> storages() {
        return keys.stream().map(SortKey::storage).toList();
    }

    List<Step> steps(Optional<Position> after) {
        List<Step> steps = new ArrayList<>();
        if (after.isEmpty() && keys.isEmpty()) {
            steps.add(step(Sql.of(""), List.of(), 0, false));
            return steps;
        }
        if (after.isEmpty()) {
            departing(steps, Sql.of(""), List.of(), Optional.empty());
            return steps;
        }
        Position position = after.get();
        if (position.values().size() != keys.size()) {
            throw new IllegalArgumentException("a position of another order");
        }
        for (int depart = keys.size(); depart >= 0; depart--) {
            Sql tied = Sql.of("");
            List<Known> known = new ArrayList<>();
            for (int i = 0; i < depart; i++) {
                Optional<String> value = position.values().get(i);
                tied.add(keys.get(i).tiedWith(value));
                known.add(value.isPresent() ? Known.PRESENT : Known.ABSENT);
            }
            if (depart == keys.size()) {
                tied.add(" AND " + id(known) + (id.descending() ? " < ?" : " > ?"), position.id());
                steps.add(step(tied, known, depart, false));
            } else if (position.values().get(depart).isPresent()) {
                departing(steps, tied, known, position.values().get(depart));
            }
        }
        return steps;
    }

    // Behind a value, or behind nothing for the first page: records with a value, then those without.
    private void departing(List<Step> steps, Sql tied, List<Known> known, Optional<String> value) {
        int depart = known.size();
        SortKey key = keys.get(depart);
        Sql present = tied.copy();
        if (value.isPresent()) {
            present.add(
                    " AND " + key.sql() + (key.descending() ? " < " : " > ")
                            + key.storage().mark(),
                    key.storage().parse(value.get()));
        } else {
            present.add(key.isThere());
        }
        List<Known> with = and(known, Known.PRESENT);
        steps.add(step(present, with, depart, true));
        if (key.nullable()) {
            List<Known> without = and(known, Known.ABSENT);
            steps.add(step(tied.copy().add(key.tiedWith(Optional.empty())), without, depart + 1, false));
        }
    }

    private static List<Known> and(List<Known> known, Known next) {
        List<Known> more = new ArrayList<>(known);
        more.add(next);
        return more;
    }

    private Step step(Sql condition, List<Known> known, int from, boolean firstPresent) {
        StringBuilder select = new StringBuilder();
        StringBuilder joins = new StringBuilder();
        StringBuilder tables = new StringBuilder();
        Sql joined = Sql.of("");
        for (int i = 0; i < keys.size(); i++) {
            SortKey key = keys.get(i);
            Known its = i < known.size() ? known.get(i) : Known.UNKNOWN;
            select.append(", ").append(key.select(its)).append(" AS ").append(column(i));
            joins.append(key.join(its));
            tables.append(key.table(its));
            joined.add(key.condition(its));
        }
        select.append(", ").append(id.sql()).append(" AS ").append(column(keys.size()));
        return new Step(
                select.toString(),
                joins.append(tables).toString(),
                joined.add(condition),
                order(from, firstPresent, i -> keys.get(i).sql(), id(known)),
                order(from, firstPresent, Keyset::column, column(keys.size())));
    }

    // Where values beside lead the order, their own table's index has the ids in order too.
    private String id(List<Known> known) {
        return !known.isEmpty() && known.get(0) == Known.PRESENT
                ? keys.get(0).idBeside().orElse(id.sql())
                : id.sql();
    }

    // Only where there may be NULLs among values: plain orders are what indexes have.
    private String order(int from, boolean firstPresent, IntFunction<String> names, String idName) {
        StringBuilder order = new StringBuilder(" ORDER BY ");
        for (int i = from; i < keys.size(); i++) {
            SortKey key = keys.get(i);
            boolean nullsFirst = key.descending() && key.nullable() && !(firstPresent && i == from);
            order.append(names.apply(i))
                    .append(key.descending() ? " DESC" : "")
                    .append(nullsFirst ? " NULLS LAST" : "")
                    .append(", ");
        }
        return order.append(idName).append(id.descending() ? " DESC" : "").toString();
    }
}
