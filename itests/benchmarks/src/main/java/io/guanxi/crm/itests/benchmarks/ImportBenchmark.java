package io.guanxi.crm.itests.benchmarks;

import io.guanxi.crm.platform.schema.Migration;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import liquibase.resource.ClassLoaderResourceAccessor;

/**
 * CSV files imported through the product's HTTP interface, from the upload to the end of the job, beside JDBC batches that
 * insert the very rows the import left into tables with the same indexes: those of the records alone, and all that go with
 * them (search terms, history, facts, news). Then the same records as CSV files again.
 */
final class ImportBenchmark {

    private static final int MEASURED = Integer.getInteger("benchmarks.rows", 100_000);
    private static final int WARM_UP = MEASURED / 5;
    private static final int ALL = WARM_UP + MEASURED;

    /** The tables of the records themselves. */
    private static final List<String> CUSTOMER =
            List.of("CRM_CUSTOMER_CUSTOMER", "CRM_CUSTOMER_PHONE", "CRM_CUSTOMER_EMAIL", "CRM_CUSTOMER_ADDRESS");

    private static final List<String> ORDER = List.of("CRM_TRANSACTION_ORDER", "CRM_TRANSACTION_ORDER_LINE");

    private final Path archive;
    private final Path folder;
    private final Place place;
    private final ExportRuns exports = new ExportRuns();

    ImportBenchmark(Path archive, Path folder, Place place) {
        this.archive = archive;
        this.folder = folder;
        this.place = place;
    }

    void run() throws IOException, InterruptedException, SQLException {
        int firstOrder = WARM_UP / ImportFiles.LINES_PER_ORDER;
        double customers;
        double orders;
        try (Assembly assembly = Assembly.start(archive, folder, place)) {
            CrmClient client = assembly.client();
            client.upload("customers", ImportFiles.customers(file("customers-0"), 0, WARM_UP));
            customers = seconds(client, "customers", ImportFiles.customers(file("customers-1"), WARM_UP, MEASURED));
            client.upload("orders", ImportFiles.orders(file("orders-0"), 0, WARM_UP, ALL));
            orders = seconds(client, "orders", ImportFiles.orders(file("orders-1"), firstOrder, MEASURED, ALL));
            place.settle();
            exports.measure(client);
        }
        DataSource product = place.product(Assembly.data(folder));
        StoredRows customerRows =
                new StoredRows(product, queries("customer", CUSTOMER, List.of("CRM_CUSTOMER_CUSTOMER_TERM")));
        StoredRows orderRows = new StoredRows(product, queries("order", ORDER, List.of("CRM_TRANSACTION_FACTS")));
        inserted("warm", customerRows, orderRows);
        List<Map<String, Double>> floor = inserted("rows", customerRows, orderRows);

        Table table = new Table(
                "file",
                "product, CSV rows/s",
                "JDBC batches of the records, CSV rows/s",
                "ratio",
                "of all rows, CSV rows/s",
                "ratio");
        row(table, "customers", MEASURED / customers, CUSTOMER, floor.get(0));
        row(table, "order lines", MEASURED / orders, ORDER, floor.get(1));
        table.print("Import on " + place.name());
        printTables(List.of(customerRows, orderRows), floor);
        exports.print(place.name(), product);
        System.out.println("Heap of the product: " + Assembly.heap(folder));
    }

    private static void row(Table table, String file, double product, List<String> own, Map<String, Double> floor) {
        double records = ALL / own.stream().mapToDouble(floor::get).sum();
        double all = ALL / sum(floor.values());
        table.row(
                file,
                Table.whole(product),
                Table.whole(records),
                Table.ratio(product / records),
                Table.whole(all),
                Table.ratio(product / all));
    }

    private static double sum(Collection<Double> seconds) {
        return seconds.stream().mapToDouble(Double::doubleValue).sum();
    }

    private static void printTables(List<StoredRows> rows, List<Map<String, Double>> floor) {
        Table table = new Table("table", "rows", "JDBC batches, µs a CSV row");
        for (int i = 0; i < rows.size(); i++) {
            StoredRows stored = rows.get(i);
            floor.get(i)
                    .forEach((name, seconds) ->
                            table.row(name, "%,d".formatted(stored.size(name)), Table.whole(seconds * 1e6 / ALL)));
        }
        table.print("What the rows cost");
    }

    /** Seconds by table for customers and for orders, in a fresh database. */
    private List<Map<String, Double>> inserted(String name, StoredRows customers, StoredRows orders)
            throws SQLException {
        String url = place.floorUrl(name);
        DataSource target = place.floor(url);
        Migration migration = new Migration(new ClassLoaderResourceAccessor());
        for (String module : List.of("events", "history", "customer", "transaction")) {
            migration.run(target, "db/" + module + ".changelog.xml");
        }
        List<Map<String, Double>> seconds = List.of(customers.insertInto(target), orders.insertInto(target));
        place.release(url);
        return seconds;
    }

    private static Map<String, String> queries(String recordType, List<String> own, List<String> more) {
        Map<String, String> queries = new LinkedHashMap<>();
        own.forEach(table -> queries.put(table, "SELECT * FROM " + table));
        more.forEach(table -> queries.put(table, "SELECT * FROM " + table));
        for (String table : List.of("CRM_HISTORY_CHANGE", "CRM_EVENTS_OUTBOX")) {
            queries.put(table, "SELECT * FROM " + table + " WHERE RECORD_TYPE = '" + recordType + "'");
        }
        return queries;
    }

    private static double seconds(CrmClient client, String type, Path file) throws IOException, InterruptedException {
        long start = System.nanoTime();
        client.upload(type, file);
        double seconds = (System.nanoTime() - start) / 1e9;
        System.out.printf("%s imported in %.0f s%n", type, seconds);
        return seconds;
    }

    private Path file(String name) {
        return folder.resolve(name + ".csv");
    }
}
