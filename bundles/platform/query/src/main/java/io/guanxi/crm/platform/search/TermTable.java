package io.guanxi.crm.platform.search;

import io.guanxi.crm.platform.persistence.Jdbc;
import io.guanxi.crm.platform.query.sql.Sql;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Iterator;
import java.util.Set;

/**
 * The terms of all records of a type: columns TERM and RECORD_ID, an index {@code <table>_IX} from term to record, in the
 * order of code points, and {@code <table>_RECORD_IX} from record to its terms.
 */
public final class TermTable {

    /** Up to so many rows a search tells the planner of PostgreSQL that they are few: it knows little of beginnings of texts. */
    private static final int FEW = 4000;

    private final String table;

    public TermTable(String table) {
        this.table = table;
    }

    /** Writes a term; {@link #addTo} makes batches of it. */
    public String insertSql() {
        return "INSERT INTO " + table + " (TERM, RECORD_ID) VALUES (?, ?)";
    }

    /** Takes all terms of one record away; for batches over many records. */
    public String deleteSql() {
        return "DELETE FROM " + table + " WHERE RECORD_ID = ?";
    }

    public void addTo(PreparedStatement batch, long record, Set<String> terms) throws SQLException {
        for (String term : terms) {
            batch.setString(1, term);
            batch.setLong(2, record);
            batch.addBatch();
        }
    }

    /** Makes these the record's terms, in place of what is there. */
    public void replace(Connection connection, long record, Set<String> before, Set<String> after) throws SQLException {
        if (before.equals(after)) {
            return;
        }
        if (!before.isEmpty()) {
            try (PreparedStatement delete = connection.prepareStatement(deleteSql())) {
                delete.setLong(1, record);
                delete.executeUpdate();
            }
        }
        try (PreparedStatement insert = connection.prepareStatement(insertSql())) {
            addTo(insert, record, after);
            insert.executeBatch();
        }
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
