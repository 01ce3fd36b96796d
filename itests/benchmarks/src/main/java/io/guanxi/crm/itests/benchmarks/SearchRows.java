package io.guanxi.crm.itests.benchmarks;

import io.guanxi.crm.customer.CustomerData;
import io.guanxi.crm.customer.service.CustomerName;
import io.guanxi.crm.customer.service.CustomerTerms;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;

/** Customers and their terms, streamed into PostgreSQL as the product would store them, the term indexes built last. */
final class SearchRows {

    private static final int CHUNK = 1 << 16;
    private static final String CUSTOMERS =
            "COPY CRM_CUSTOMER_CUSTOMER (ID, VERSION, KIND, CODE, NAME, NAME_KEY, STAGE, SEX,"
                    + " FIRST_PHONE, CREATED_AT, CREATED_BY, UPDATED_AT, UPDATED_BY) FROM STDIN";
    private static final String TERMS = "COPY CRM_CUSTOMER_CUSTOMER_TERM (TERM, RECORD_ID) FROM STDIN";
    private static final List<String> WITHOUT_INDEXES = List.of("DROP INDEX CRM_CUSTOMER_CUSTOMER_TERM_IX");
    private static final List<String> WITH_INDEXES = List.of(
            "CREATE INDEX CRM_CUSTOMER_CUSTOMER_TERM_IX ON CRM_CUSTOMER_CUSTOMER_TERM (TERM, RECORD_ID)",
            "VACUUM ANALYZE CRM_CUSTOMER_CUSTOMER",
            "VACUUM ANALYZE CRM_CUSTOMER_CUSTOMER_TERM");

    private SearchRows() {}

    /** Number of terms written. */
    static long write(Connection connection, int customers) throws SQLException {
        execute(connection, WITHOUT_INDEXES);
        SearchNames names = new SearchNames();
        copy(connection, CUSTOMERS, customers, id -> line(id, names.next(id)));
        SearchNames again = new SearchNames();
        long[] terms = {0};
        copy(connection, TERMS, customers, id -> {
            StringBuilder lines = new StringBuilder();
            for (String term : CustomerTerms.of(again.next(id))) {
                lines.append(term).append('\t').append(id).append('\n');
                terms[0]++;
            }
            return lines.toString();
        });
        execute(connection, WITH_INDEXES);
        return terms[0];
    }

    private static String line(int id, CustomerData data) {
        return String.join(
                "\t",
                Integer.toString(id),
                "1",
                data.kind().name(),
                data.code().orElseThrow(),
                data.name(),
                CustomerName.normalised(data.name()),
                data.stage().name(),
                "UNKNOWN",
                data.phones().get(0),
                Long.toString(1_700_000_000_000L + id),
                "benchmark",
                Long.toString(1_700_000_000_000L + id),
                "benchmark\n");
    }

    private static void copy(Connection connection, String sql, int customers, Lines lines) throws SQLException {
        CopyIn copy = connection.unwrap(PGConnection.class).getCopyAPI().copyIn(sql);
        StringBuilder chunk = new StringBuilder();
        for (int id = 1; id <= customers; id++) {
            chunk.append(lines.of(id));
            if (chunk.length() > CHUNK || id == customers) {
                byte[] bytes = chunk.toString().getBytes(StandardCharsets.UTF_8);
                copy.writeToCopy(bytes, 0, bytes.length);
                chunk.setLength(0);
            }
        }
        copy.endCopy();
    }

    private static void execute(Connection connection, List<String> statements) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }

    private interface Lines {
        String of(int id);
    }
}
