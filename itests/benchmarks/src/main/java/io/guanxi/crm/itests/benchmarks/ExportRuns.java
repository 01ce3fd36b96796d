package io.guanxi.crm.itests.benchmarks;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;

/**
 * Lists as CSV through the product's HTTP interface, beside one SELECT with joins whose columns are written one after the
 * other, to nobody, without quotes.
 */
final class ExportRuns {

    private static final int FETCH = 2000;

    /** What is exported. */
    private record Kind(String name, String path, String select) {}

    private static final String CUSTOMERS =
            "SELECT C.NAME, C.KIND, C.EXTERNAL_ID, C.CODE, C.SHORT_NAME, C.STAGE, C.INDUSTRY, C.SOURCE, C.SIZE_BAND,"
                    + " C.REGISTRATION_NUMBER, P.PHONE, E.EMAIL, C.WEB_SITE, A.COUNTRY, A.REGION, A.CITY,"
                    + " A.DISTRICT, A.STREET, A.POSTAL_CODE, C.SEX, C.BIRTHDAY, C.JOB_POSITION, C.EDUCATION,"
                    + " C.OCCUPATION, C.PREFERENCES FROM CRM_CUSTOMER_CUSTOMER C"
                    + " LEFT JOIN CRM_CUSTOMER_PHONE P ON P.CUSTOMER_ID = C.ID AND P.ORDINAL = 0"
                    + " LEFT JOIN CRM_CUSTOMER_EMAIL E ON E.CUSTOMER_ID = C.ID AND E.ORDINAL = 0"
                    + " LEFT JOIN CRM_CUSTOMER_ADDRESS A ON A.CUSTOMER_ID = C.ID AND A.ORDINAL = 0"
                    + " WHERE C.ARCHIVED = 0";

    private static final String LINES =
            "SELECT O.ORDER_NUMBER, O.EXTERNAL_ID, C.EXTERNAL_ID, C.CODE, O.ORDERED_AT, O.CURRENCY, O.STATUS,"
                    + " L.PRODUCT, L.DESCRIPTION, L.QUANTITY, L.UNIT_PRICE, L.DISCOUNT"
                    + " FROM CRM_TRANSACTION_ORDER O JOIN CRM_TRANSACTION_ORDER_LINE L ON L.ORDER_ID = O.ID"
                    + " JOIN CRM_CUSTOMER_CUSTOMER C ON C.ID = O.CUSTOMER_ID";

    private static final List<Kind> KINDS = List.of(
            new Kind("customers by id", "/crm/api/customer/v1/customers", CUSTOMERS),
            new Kind("customers by name", "/crm/api/customer/v1/customers?sort=name", CUSTOMERS),
            new Kind("order lines by id", "/crm/api/transaction/v1/orders", LINES),
            new Kind("order lines, the newest first", "/crm/api/transaction/v1/orders?sort=-orderedAt", LINES));

    private final Map<String, Double> product = new LinkedHashMap<>();
    private final Map<String, Long> rows = new LinkedHashMap<>();

    /** Each list twice; the second time counts. */
    void measure(CrmClient client) throws IOException, InterruptedException {
        for (Kind kind : KINDS) {
            client.download(kind.path());
            long start = System.nanoTime();
            long lines = client.download(kind.path()) - 1;
            double seconds = (System.nanoTime() - start) / 1e9;
            System.out.printf("%,d %s exported in %.1f s%n", lines, kind.name(), seconds);
            product.put(kind.name(), lines / seconds);
            rows.put(kind.name(), lines);
        }
    }

    void print(String place, DataSource database) throws SQLException, IOException {
        Table table = new Table("list", "rows", "product, CSV rows/s", "SELECT, rows/s", "ratio");
        for (Kind kind : KINDS) {
            floor(database, kind);
            double floor = floor(database, kind);
            double rate = product.getOrDefault(kind.name(), 0.0);
            table.row(
                    kind.name(),
                    "%,d".formatted(rows.getOrDefault(kind.name(), 0L)),
                    Table.whole(rate),
                    Table.whole(floor),
                    Table.ratio(rate / floor));
        }
        table.print("Export on " + place);
    }

    private static double floor(DataSource database, Kind kind) throws SQLException, IOException {
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(kind.select());
                Writer out = new BufferedWriter(
                        new OutputStreamWriter(OutputStream.nullOutputStream(), StandardCharsets.UTF_8))) {
            connection.setAutoCommit(false);
            statement.setFetchSize(FETCH);
            long start = System.nanoTime();
            long lines = 0;
            try (ResultSet row = statement.executeQuery()) {
                int columns = row.getMetaData().getColumnCount();
                while (row.next()) {
                    for (int i = 1; i <= columns; i++) {
                        String cell = row.getString(i);
                        out.write(cell == null ? "," : cell + ",");
                    }
                    out.write("\r\n");
                    lines++;
                }
            }
            connection.commit();
            return lines / ((System.nanoTime() - start) / 1e9);
        }
    }
}
