package io.guanxi.crm.platform.query.sql;

import io.guanxi.crm.platform.persistence.SqlDialect;
import io.guanxi.crm.platform.query.SortOrder;
import java.util.Optional;

/**
 * A column that a list is sorted by: one of the record's own, or the only value of a field beside. Which tables are read for
 * the latter depends on what a step knows: a range of the values' index where there is a value, a look beside where nobody
 * knows.
 *
 * @param beside where the value lies beside the record: the id of the record there, under the alias of this key
 */
record SortKey(
        String sql,
        Storage storage,
        boolean nullable,
        boolean descending,
        Optional<Column.Beside> beside,
        String alias) {

    /** Whether the records of a step have a value. */
    enum Known {
        PRESENT,
        ABSENT,
        UNKNOWN
    }

    /** @throws IllegalArgumentException for a column that records may have several values in, or that no index serves */
    static SortKey of(Column column, SortOrder.Key key, String alias, SqlDialect dialect) {
        if (column instanceof Column.Own own) {
            return new SortKey(
                    ordered(own.sql(), own.storage(), dialect),
                    own.storage(),
                    own.nullable(),
                    key.descending(),
                    Optional.empty(),
                    alias);
        }
        Column.Beside beside = (Column.Beside) column;
        if (!key.field().use().sortable() || !beside.searched()) {
            throw new IllegalArgumentException("can't sort by " + key.field().code());
        }
        String sql = ordered(alias + "." + beside.column(), beside.storage(), dialect);
        return new SortKey(sql, beside.storage(), true, key.descending(), Optional.of(beside), alias);
    }

    static SortKey ofId(String sql, boolean descending) {
        return new SortKey(sql, Storage.ID, false, descending, Optional.empty(), "");
    }

    private static String ordered(String sql, Storage storage, SqlDialect dialect) {
        return storage == Storage.TEXT ? dialect.byCodePoint(sql) : sql;
    }

    /** The value as a column of SELECT. */
    String select(Known known) {
        return beside.isPresent() && known == Known.ABSENT ? "CAST(NULL AS " + storage.sqlType() + ")" : sql;
    }

    /** Behind the record's own table. */
    String join(Known known) {
        return known == Known.UNKNOWN
                ? beside.map(b -> " LEFT JOIN " + b.table() + " " + alias + " ON " + matches(b))
                        .orElse("")
                : "";
    }

    /** Behind the joins. */
    String table(Known known) {
        return known == Known.PRESENT
                ? beside.map(b -> ", " + b.table() + " " + alias).orElse("")
                : "";
    }

    /** What goes with {@link #table}. */
    Sql condition(Known known) {
        return Sql.of(
                known == Known.PRESENT ? beside.map(b -> " AND " + matches(b)).orElse("") : "");
    }

    private String matches(Column.Beside b) {
        return idOf(b) + " = " + b.record() + " AND " + chosen(b, alias);
    }

    private String idOf(Column.Beside b) {
        return alias + "." + b.owner();
    }

    Optional<String> idBeside() {
        return beside.map(this::idOf);
    }

    // Numbers of our own, written out: a piece of FROM has no place for parameters.
    private static String chosen(Column.Beside b, String alias) {
        String condition = b.condition().replace("P.", alias + ".");
        for (Object value : b.values()) {
            condition = condition.replaceFirst("\\?", Long.toString((Long) value));
        }
        return condition;
    }

    /** AND a condition that there is a value; blank where there always is. */
    String isThere() {
        return beside.isEmpty() && nullable ? " AND " + sql + " IS NOT NULL" : "";
    }

    /** AND a condition that the record has this value, or none. */
    Sql tiedWith(Optional<String> value) {
        if (value.isPresent()) {
            return Sql.of(" AND " + sql + " = " + storage.mark(), storage.parse(value.get()));
        }
        return Sql.of(beside.map(b -> " AND NOT EXISTS (SELECT 1 FROM " + b.table() + " N WHERE N." + b.owner() + " = "
                        + b.record() + " AND " + chosen(b, "N") + ")")
                .orElseGet(() -> " AND " + sql + " IS NULL"));
    }
}
