package io.guanxi.crm.platform.query.sql;

import io.guanxi.crm.platform.persistence.Jdbc;
import io.guanxi.crm.platform.query.Position;
import io.guanxi.crm.platform.query.Slice;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The rows of a page as they come in, and one more, which tells whether the list goes on. */
final class PageRows<R> implements Jdbc.RowVisitor {

    private final int limit;
    private final Jdbc.RowMapper<R> mapper;
    private final Keyset keyset;
    private final List<R> rows = new ArrayList<>();
    private Optional<Position> last = Optional.empty();
    private boolean more;

    PageRows(int limit, Jdbc.RowMapper<R> mapper, Keyset keyset) {
        this.limit = limit;
        this.mapper = mapper;
        this.keyset = keyset;
    }

    @Override
    public void visit(ResultSet row) throws SQLException {
        if (rows.size() == limit) {
            more = true;
            return;
        }
        rows.add(mapper.map(row));
        if (rows.size() == limit) {
            last = Optional.of(position(row));
        }
    }

    /** How many rows there are still to be read. */
    int missing() {
        return more ? 0 : limit + 1 - rows.size();
    }

    Slice<R> slice() {
        return new Slice<>(rows, more ? last : Optional.empty());
    }

    private Position position(ResultSet row) throws SQLException {
        List<Storage> storages = keyset.storages();
        List<Optional<String>> values = new ArrayList<>();
        for (int i = 0; i < storages.size(); i++) {
            values.add(storages.get(i).read(row, Keyset.column(i)));
        }
        return new Position(values, row.getLong(Keyset.column(storages.size())));
    }
}
