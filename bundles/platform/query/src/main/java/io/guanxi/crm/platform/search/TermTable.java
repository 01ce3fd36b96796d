package io.guanxi.crm.platform.search;

import io.guanxi.crm.platform.persistence.Jdbc;
import io.guanxi.crm.platform.query.ListQuery;
import io.guanxi.crm.platform.query.sql.Sql;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * The terms of all records of a type: columns TERM and RECORD_ID, an index {@code <table>_IX} from term to record, in the
 * order of code points. Where {@link #isFound} is asked, also {@code <table>_RECORD_IX} from record to its terms.
 */
public final class TermTable {

    /** Up to so many rows a search tells the planner of PostgreSQL that they are few: it knows little of beginnings of texts. */
    private static final int FEW = 4000;

    /** The best matches are looked for among so many terms, and at least so many for each row of a page. */
    private static final int BEST = 1000;

    private static final int BEST_PER_ROW = 4;

    private final String table;

    public TermTable(String table) {
        this.table = table;
    }

    /** To change the terms of records. */
    public TermChanges changes() {
        return new TermChanges(table);
    }

    /**
     * A SELECT of the ids found, each once, in a column RECORD_ID. Join it from there to the records: a walk through the sorted
     * list would be quicker where the found ones are spread over it, and never end where they are not.
     */
    public Sql found(Jdbc jdbc, SearchText text) {
        return Sql.of("SELECT DISTINCT RECORD_ID FROM (").add(all(jdbc, text)).add(") G");
    }

    /** Like {@link #found}, with the first of the terms that each is found by, in a column TERM. */
    public Sql ranked(Jdbc jdbc, SearchText text) {
        return ranked(all(jdbc, text));
    }

    /**
     * The beginning of {@link #ranked}, in the order of terms, where a query asks for no more: enough for its page, if not too
     * many are archived or filtered out. Empty where the query asks for something else, or where few are found anyway.
     */
    public Optional<Sql> best(Jdbc jdbc, SearchText text, ListQuery query) {
        if (!BestMatch.isFirstPage(query)) {
            return Optional.empty();
        }
        int most = Math.max(BEST, BEST_PER_ROW * query.limit());
        List<String> ends = text.beginnings().stream()
                .flatMap(beginning -> endOf(jdbc, text, beginning, most).stream())
                .toList();
        if (ends.isEmpty()) {
            return Optional.empty();
        }
        Sql rows = union(text, beginning -> rows(text, beginning)
                .add(" ORDER BY TERM, RECORD_ID FETCH FIRST " + most + " ROWS ONLY"));
        return Optional.of(ranked(text.beginnings().size() == 1 ? rows : before(ends, rows)));
    }

    // Behind the end of one piece there may be terms of it that come before those of another.
    private static Sql before(List<String> ends, Sql rows) {
        Sql sql = Sql.of("SELECT RECORD_ID, TERM FROM (").add(rows).add(") E WHERE 1 = 1");
        ends.forEach(end -> sql.add(" AND TERM < ?", end));
        return sql;
    }

    private Optional<String> endOf(Jdbc jdbc, SearchText text, String beginning, int most) {
        Sql sql = rows(text, beginning).add(" ORDER BY TERM, RECORD_ID OFFSET " + most + " ROWS FETCH NEXT 1 ROW ONLY");
        return jdbc.first(sql.text(), sql::bind, row -> row.getString("TERM"));
    }

    private static Sql ranked(Sql rows) {
        return Sql.of("SELECT RECORD_ID, MIN(TERM) AS TERM FROM (").add(rows).add(") G GROUP BY RECORD_ID");
    }

    private Sql all(Jdbc jdbc, SearchText text) {
        boolean few = text.beginnings().stream().allMatch(beginning -> isRare(jdbc, text, beginning));
        return union(text, beginning -> rows(text, beginning).add(few ? " FETCH FIRST " + FEW + " ROWS ONLY" : ""));
    }

    private static Sql union(SearchText text, Function<String, Sql> rows) {
        Sql sql = Sql.of("");
        int piece = 0;
        for (String beginning : text.beginnings()) {
            sql.add(piece == 0 ? "" : " UNION ALL ")
                    .add("SELECT RECORD_ID, TERM FROM (")
                    .add(rows.apply(beginning))
                    .add(") F" + piece++);
        }
        return sql;
    }

    private boolean isRare(Jdbc jdbc, SearchText text, String beginning) {
        Sql sql = Sql.of("SELECT COUNT(*) FROM (")
                .add(rows(text, beginning))
                .add(" FETCH FIRST " + (FEW + 1) + " ROWS ONLY) F");
        return jdbc.first(sql.text(), sql::bind, row -> row.getLong(1)).orElseThrow() <= FEW;
    }

    private Sql rows(SearchText text, String beginning) {
        return Sql.of("SELECT RECORD_ID, TERM FROM " + table + " --DERBY-PROPERTIES index=" + table + "_IX\n WHERE ")
                .add(within(text, beginning));
    }

    /** A condition on one record, such as {@code C.ID}: that it is found. */
    public Sql isFound(String record, SearchText text) {
        Sql sql = Sql.of("(SELECT COUNT(*) FROM " + table + " --DERBY-PROPERTIES index=" + table
                + "_RECORD_IX\n WHERE RECORD_ID = " + record + " AND (");
        Iterator<String> beginnings = text.beginnings().iterator();
        while (beginnings.hasNext()) {
            sql.add("(").add(within(text, beginnings.next())).add(beginnings.hasNext() ? ") OR " : ")");
        }
        return sql.add(")) > 0");
    }

    private static Sql within(SearchText text, String beginning) {
        PrefixRange range = PrefixRange.of(beginning);
        return Sql.of("TERM >= ? AND TERM < ?", range.from(), range.to()).add(text.searched());
    }
}
