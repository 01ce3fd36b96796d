package io.guanxi.crm.platform.search;

import io.guanxi.crm.platform.persistence.BatchInsert;
import io.guanxi.crm.platform.persistence.Jdbc;
import io.guanxi.crm.platform.query.sql.Sql;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Iterator;
import java.util.List;
import java.util.Set;

/**
 * The terms of all records of a type: columns TERM and RECORD_ID, an index {@code <table>_IX} from term to record, in the
 * order of code points. Where {@link #isFound} is asked, also {@code <table>_RECORD_IX} from record to its terms.
 */
public final class TermTable {

    /** Up to so many rows a search tells the planner of PostgreSQL that they are few: it knows little of beginnings of texts. */
    private static final int FEW = 4000;

    private static final List<String> COLUMNS = List.of("TERM", "RECORD_ID");

    private final String table;

    public TermTable(String table) {
        this.table = table;
    }

    /** For the terms of many records; {@link #addTo} adds to it. */
    public BatchInsert inserts(Connection connection) {
        return BatchInsert.of(connection, table, COLUMNS);
    }

    /** Takes a term of a record away; {@link #removeFrom} makes batches of it. */
    public String deleteSql() {
        return "DELETE FROM " + table + " WHERE TERM = ? AND RECORD_ID = ?";
    }

    /** Adds the terms that the record has now and had not before. */
    public void addTo(BatchInsert batch, long record, Set<String> before, Set<String> after) {
        for (String term : after) {
            if (!before.contains(term)) {
                batch.add((statement, first) -> bind(statement, first, term, record));
            }
        }
    }

    /** Takes the terms away that the record had before and has no more. */
    public void removeFrom(PreparedStatement batch, long record, Set<String> before, Set<String> after)
            throws SQLException {
        for (String term : before) {
            if (!after.contains(term)) {
                bind(batch, 1, term, record);
                batch.addBatch();
            }
        }
    }

    private static void bind(PreparedStatement statement, int first, String term, long record) throws SQLException {
        statement.setString(first, term);
        statement.setLong(first + 1, record);
    }

    /** Makes these the record's terms, in place of what is there. */
    public void replace(Connection connection, long record, Set<String> before, Set<String> after) throws SQLException {
        if (before.equals(after)) {
            return;
        }
        if (!after.containsAll(before)) {
            try (PreparedStatement delete = connection.prepareStatement(deleteSql())) {
                removeFrom(delete, record, before, after);
                delete.executeBatch();
            }
        }
        BatchInsert insert = inserts(connection);
        addTo(insert, record, before, after);
        insert.write();
    }

    /**
     * A SELECT of the ids found, each once, in a column RECORD_ID. Join it from there to the records: a walk through the sorted
     * list would be quicker where the found ones are spread over it, and never end where they are not.
     */
    public Sql found(Jdbc jdbc, SearchText text) {
        boolean few = text.beginnings().stream().allMatch(beginning -> isRare(jdbc, beginning));
        Sql sql = Sql.of("");
        Iterator<String> beginnings = text.beginnings().iterator();
        for (int i = 0; beginnings.hasNext(); i++) {
            sql.add(i == 0 ? "" : " UNION ")
                    .add("SELECT DISTINCT RECORD_ID FROM (")
                    .add(rows(beginnings.next()))
                    .add((few ? " FETCH FIRST " + FEW + " ROWS ONLY" : "") + ") F" + i);
        }
        return sql;
    }

    private boolean isRare(Jdbc jdbc, String beginning) {
        Sql sql = Sql.of("SELECT COUNT(*) FROM (")
                .add(rows(beginning))
                .add(" FETCH FIRST " + (FEW + 1) + " ROWS ONLY) F");
        return jdbc.first(sql.text(), sql::bind, row -> row.getLong(1)).orElseThrow() <= FEW;
    }

    private Sql rows(String beginning) {
        return Sql.of("SELECT RECORD_ID FROM " + table + " --DERBY-PROPERTIES index=" + table + "_IX\n WHERE ")
                .add(within(beginning));
    }

    /** A condition on one record, such as {@code C.ID}: that it is found. */
    public Sql isFound(String record, SearchText text) {
        Sql sql = Sql.of("(SELECT COUNT(*) FROM " + table + " --DERBY-PROPERTIES index=" + table
                + "_RECORD_IX\n WHERE RECORD_ID = " + record + " AND (");
        Iterator<String> beginnings = text.beginnings().iterator();
        while (beginnings.hasNext()) {
            sql.add("(").add(within(beginnings.next())).add(beginnings.hasNext() ? ") OR " : ")");
        }
        return sql.add(")) > 0");
    }

    private static Sql within(String beginning) {
        PrefixRange range = PrefixRange.of(beginning);
        return Sql.of("TERM >= ? AND TERM < ?", range.from(), range.to());
    }
}
