package io.guanxi.crm.platform.query.sql;

import io.guanxi.crm.platform.persistence.Jdbc;
import io.guanxi.crm.platform.persistence.SqlDialect;
import io.guanxi.crm.platform.query.ListQuery;
import io.guanxi.crm.platform.query.Position;
import io.guanxi.crm.platform.query.Slice;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
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

    private record Row<T>(T value, Position position) {}

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
        Keyset keyset = new Keyset(query.sort(), columns, id, dialect());
        Sql filtered = filtered(from, columns, query);
        List<Row<T>> rows = new ArrayList<>();
        for (Keyset.Step step : keyset.steps(query.after())) {
            int missing = query.limit() + 1 - rows.size();
            if (missing > 0) {
                Sql sql = Sql.of(select + step.select())
                        .add(filtered.reading(step.tables()))
                        .add(step.condition())
                        .add(step.order() + " FETCH FIRST " + missing + " ROWS ONLY");
                rows.addAll(jdbc.list(sql.text(), sql::bind, row -> new Row<>(mapper.map(row), position(row, keyset))));
            }
        }
        boolean more = rows.size() > query.limit();
        List<Row<T>> shown = more ? rows.subList(0, query.limit()) : rows;
        return new Slice<>(
                shown.stream().map(Row::value).toList(),
                more ? Optional.of(shown.get(shown.size() - 1).position()) : Optional.empty());
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

    private static Position position(ResultSet row, Keyset keyset) throws SQLException {
        List<Storage> storages = keyset.storages();
        List<Optional<String>> values = new ArrayList<>();
        for (int i = 0; i < storages.size(); i++) {
            values.add(storages.get(i).read(row, Keyset.column(i)));
        }
        return new Position(values, row.getLong(Keyset.column(storages.size())));
    }

    private SqlDialect dialect() {
        if (dialect.isEmpty()) {
            dialect = Optional.of(jdbc.with(SqlDialect::of));
        }
        return dialect.orElseThrow();
    }
}
