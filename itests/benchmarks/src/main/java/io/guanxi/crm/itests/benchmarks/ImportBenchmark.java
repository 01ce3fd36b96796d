package io.guanxi.crm.itests.benchmarks;

import io.guanxi.crm.platform.schema.Migration;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import liquibase.resource.ClassLoaderResourceAccessor;

/**
 * CSV files imported through the product's HTTP interface, from the upload to the end of the job, beside JDBC batches that
 * insert the very rows the import left (records, search terms, facts and news) into tables with the same indexes.
 */
final class ImportBenchmark {

    private static final int WARM_UP = 20_000;
    private static final int MEASURED = 100_000;

    private final Path archive;
    private final Path folder;
    private final Place place;

    ImportBenchmark(Path archive, Path folder, Place place) {
        this.archive = archive;
        this.folder = folder;
        this.place = place;
    }

    void run() throws IOException, InterruptedException, SQLException {
        int all = WARM_UP + MEASURED;
        int firstOrder = WARM_UP / ImportFiles.LINES_PER_ORDER;
        double customers;
        double orders;
        try (Assembly assembly = Assembly.start(archive, folder, place)) {
            CrmClient client = assembly.client();
            client.upload("customers", ImportFiles.customers(file("customers-0"), 0, WARM_UP));
            customers = seconds(client, "customers", ImportFiles.customers(file("customers-1"), WARM_UP, MEASURED));
            client.upload("orders", ImportFiles.orders(file("orders-0"), 0, WARM_UP, all));
            orders = seconds(client, "orders", ImportFiles.orders(file("orders-1"), firstOrder, MEASURED, all));
        }
        DataSource product = place.product(Assembly.data(folder));
        StoredRows customerRows = new StoredRows(
                product,
                queries(
                        "customer",
                        "CRM_CUSTOMER_CUSTOMER",
                        "CRM_CUSTOMER_PHONE",
                        "CRM_CUSTOMER_EMAIL",
                        "CRM_CUSTOMER_ADDRESS",
                        "CRM_CUSTOMER_CUSTOMER_TERM"));
        StoredRows orderRows = new StoredRows(
                product,
                queries("order", "CRM_TRANSACTION_ORDER", "CRM_TRANSACTION_ORDER_LINE", "CRM_TRANSACTION_FACTS"));
        inserted("warm", customerRows, orderRows);
        double[] floor = inserted("rows", customerRows, orderRows);

        Table table = new Table("file", "product, CSV rows/s", "JDBC batches, CSV rows/s", "ratio", "rows stored");
        row(table, "customers", MEASURED / customers, all / floor[0], customerRows.size());
        row(table, "order lines", MEASURED / orders, all / floor[1], orderRows.size());
        table.print("Import on " + place.name());
    }

    private static void row(Table table, String file, double product, double floor, long stored) {
        table.row(
                file, Table.whole(product), Table.whole(floor), Table.ratio(product / floor), "%,d".formatted(stored));
    }

    /** Seconds for customers and for orders, in a fresh database. */
    private double[] inserted(String name, StoredRows customers, StoredRows orders) throws SQLException {
        String url = place.floorUrl(name);
        DataSource target = place.floor(url);
        Migration migration = new Migration(new ClassLoaderResourceAccessor());
        for (String module : List.of("events", "customer", "transaction")) {
            migration.run(target, "db/" + module + ".changelog.xml");
        }
        double[] seconds = {customers.insertInto(target), orders.insertInto(target)};
        place.release(url);
        return seconds;
    }

    private static Map<String, String> queries(String recordType, String... tables) {
        Map<String, String> queries = new LinkedHashMap<>();
        for (String table : tables) {
            queries.put(table, "SELECT * FROM " + table);
        }
        queries.put("CRM_EVENTS_OUTBOX", "SELECT * FROM CRM_EVENTS_OUTBOX WHERE RECORD_TYPE = '" + recordType + "'");
        return queries;
    }

    private static double seconds(CrmClient client, String type, Path file) throws IOException, InterruptedException {
        long start = System.nanoTime();
        client.upload(type, file);
        return (System.nanoTime() - start) / 1e9;
    }

    private Path file(String name) {
        return folder.resolve(name + ".csv");
    }
}
