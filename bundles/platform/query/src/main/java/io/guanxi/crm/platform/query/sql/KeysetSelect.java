package io.guanxi.crm.platform.query.sql;

import io.guanxi.crm.platform.persistence.Jdbc;
import io.guanxi.crm.platform.persistence.SqlDialect;
import io.guanxi.crm.platform.query.ListQuery;
import io.guanxi.crm.platform.query.Slice;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Lists of records by key: what a page costs does not grow with the pages before it. */
public final class KeysetSelect<T> {

    private final Jdbc jdbc;
    private final String select;
    private final String id;
    private final Jdbc.RowMapper<T> mapper;
    private volatile Optional<SqlDialect> dialect = Optional.empty();

    /**
     * @param select such as {@code SELECT C.ID, C.NAME}
     * @param id the column that resolves ties, such as {@code C.ID}
     */
    public KeysetSelect(Jdbc jdbc, String select, String id, Jdbc.RowMapper<T> mapper) {
        this.jdbc = jdbc;
        this.select = select;
        this.id = id;
        this.mapper = mapper;
    }

    /**
     * One page.
     *
     * @param from FROM with at least one condition in its WHERE; the query's {@code text} has to be in it already
     */
    public Slice<T> page(Sql from, Columns columns, ListQuery query) {
        return page(select, mapper, from, columns, query);
    }

    /**
     * One page of what several ways lead to, in one statement: as much is read of each way as the page takes of it, where the
     * database has an index in its order. For databases that merge what is sorted; others read a page of each way.
     *
     * @param ways FROM as for {@link #page(Sql, Columns, ListQuery)}, at least one; no record is on two of them
     */
    public Slice<T> page(List<Sql> ways, Columns columns, ListQuery query) {
        return page(select, mapper, ways, columns, query);
    }

    /** The ids of one page: what an index knows, as far as one serves the order. */
    public Slice<Long> ids(Sql from, Columns columns, ListQuery query) {
        return page("SELECT " + id, row -> row.getLong(1), from, columns, query);
    }

    private <R> Slice<R> page(String start, Jdbc.RowMapper<R> made, Sql from, Columns columns, ListQuery query) {
        return page(start, made, List.of(from), columns, query);
    }

    private <R> Slice<R> page(String start, Jdbc.RowMapper<R> made, List<Sql> froms, Columns columns, ListQuery query) {
        Keyset keyset = new Keyset(query.sort(), columns, id, dialect());
        List<Sql> filtered =
                froms.stream().map(from -> filtered(from, columns, query)).toList();
        PageRows<R> rows = new PageRows<>(query.limit(), made, keyset);
        for (Keyset.Step step : keyset.steps(query.after())) {
            int missing = rows.missing();
            if (missing > 0) {
                Sql sql = sql(start, filtered, step, " FETCH FIRST " + missing + " ROWS ONLY");
                jdbc.stream(sql.text(), sql::bind, missing, rows);
            }
        }
        return rows.slice();
    }

    private static Sql sql(String start, List<Sql> ways, Keyset.Step step, String most) {
        if (ways.size() == 1) {
            return sql(start, ways.get(0), step, most);
        }
        Sql sql = Sql.of("SELECT * FROM (");
        for (int i = 0; i < ways.size(); i++) {
            sql.add(i == 0 ? "(" : " UNION ALL (")
                    .add(sql(start, ways.get(i), step, most))
                    .add(")");
        }
        return sql.add(") W" + step.merged() + most);
    }

    private static Sql sql(String start, Sql way, Keyset.Step step, String most) {
        return Sql.of(start + step.select())
                .add(way.reading(step.tables()))
                .add(step.condition())
                .add(step.order() + most);
    }

    /** How many records there are, the query's position and limit set aside. */
    public long count(Sql from, Columns columns, ListQuery query) {
        Sql sql = Sql.of("SELECT COUNT(*)").add(filtered(from, columns, query));
        return jdbc.first(sql.text(), sql::bind, row -> row.getLong(1)).orElseThrow();
    }

    /** Hands over all records behind the query's position, in batches of its limit; holds one batch at a time. */
    public void each(Sql from, Columns columns, ListQuery query, Consumer<List<T>> batches) {
        Optional<ListQuery> rest = Optional.of(query);
        while (rest.isPresent()) {
            Slice<T> slice = page(from, columns, rest.get());
            batches.accept(slice.rows());
            rest = slice.next().map(next -> query.after(next, query.limit()));
        }
    }

    private Sql filtered(Sql from, Columns columns, ListQuery query) {
        Sql sql = from.copy();
        query.filter().ifPresent(filter -> sql.add(" AND ").add(new FilterSql(columns, dialect()).of(filter)));
        return sql;
    }

    private SqlDialect dialect() {
        if (dialect.isEmpty()) {
            dialect = Optional.of(jdbc.with(SqlDialect::of));
        }
        return dialect.orElseThrow();
    }
}
