package io.guanxi.crm.transaction.service.imports;

import io.guanxi.crm.customer.CustomerArchive;
import io.guanxi.crm.customer.CustomerData;
import io.guanxi.crm.customer.CustomerId;
import io.guanxi.crm.customer.CustomerKind;
import io.guanxi.crm.customer.service.JdbcCustomerDirectory;
import io.guanxi.crm.customer.service.JdbcCustomerScopes;
import io.guanxi.crm.customer.service.JpaCustomerArchive;
import io.guanxi.crm.customer.service.imports.CustomersTarget;
import io.guanxi.crm.platform.imports.ChunkOutcome;
import io.guanxi.crm.platform.imports.ImportChunk;
import io.guanxi.crm.platform.imports.ImportMode;
import io.guanxi.crm.platform.imports.ImportRow;
import io.guanxi.crm.platform.imports.RowPolicy;
import io.guanxi.crm.platform.imports.service.QueuedImports;
import io.guanxi.crm.platform.modules.Neighbour;
import io.guanxi.crm.platform.persistence.Jdbc;
import io.guanxi.crm.platform.testing.OpenAccess;
import io.guanxi.crm.platform.testing.RecordedOutbox;
import io.guanxi.crm.platform.testing.TestDatabase;
import io.guanxi.crm.transaction.CustomerFacts;
import io.guanxi.crm.transaction.Ledger;
import io.guanxi.crm.transaction.Order;
import io.guanxi.crm.transaction.OrderId;
import io.guanxi.crm.transaction.service.TestLedger;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.rules.ExternalResource;

/** Customers, ledger and both import targets on one database; comes after its {@link TestDatabase} in a rule chain. */
final class TradeDesk extends ExternalResource {

    private static final OpenAccess ACCESS = new OpenAccess();

    private final TestDatabase database;
    private final ZoneId zone;
    private final RecordedOutbox outbox = new RecordedOutbox();
    private Optional<CustomerArchive> archive = Optional.empty();
    private Optional<Ledger> ledger = Optional.empty();
    private Optional<OrdersTarget> target = Optional.empty();

    TradeDesk(TestDatabase database) {
        this(database, ZoneOffset.UTC);
    }

    TradeDesk(TestDatabase database, ZoneId zone) {
        this.database = database;
        this.zone = zone;
    }

    @Override
    protected void before() {
        CustomerArchive customers = new JpaCustomerArchive(
                database.template("crm-customer"), database.dataSource(), database.transactions(), outbox, ACCESS);
        archive = Optional.of(customers);
        ledger = Optional.of(TestLedger.over(database, outbox, ACCESS));
        target = Optional.of(new OrdersTarget(
                database.dataSource(),
                outbox,
                ACCESS,
                Neighbour.fixed(new JdbcCustomerDirectory(database.dataSource())),
                Neighbour.fixed(new JdbcCustomerScopes(database.dataSource(), Clock.systemUTC())),
                zone,
                Clock.systemUTC()));
    }

    RecordedOutbox outbox() {
        return outbox;
    }

    CustomerArchive archive() {
        return archive.orElseThrow();
    }

    Ledger ledger() {
        return ledger.orElseThrow();
    }

    OrdersTarget target() {
        return target.orElseThrow();
    }

    /** The import service over both targets. */
    QueuedImports imports(Path folder) {
        CustomersTarget customers = new CustomersTarget(database.dataSource(), outbox, ACCESS);
        return new QueuedImports(
                List.of(customers, target()), database.dataSource(), database.transactions(), ACCESS, folder);
    }

    CustomerId customer(String externalId) {
        CustomerData bare = CustomerData.of(CustomerKind.COMPANY, "客户 " + externalId);
        CustomerData data = new CustomerData(
                bare.kind(),
                bare.code(),
                Optional.of(externalId),
                bare.name(),
                bare.shortName(),
                bare.stage(),
                bare.industry(),
                bare.source(),
                bare.size(),
                bare.registrationNumber(),
                bare.phones(),
                bare.emails(),
                bare.webSite(),
                bare.addresses(),
                bare.bankAccounts(),
                bare.person());
        return archive().register(data).id();
    }

    ChunkOutcome imported(String header, String... rows) {
        return imported(ImportMode.UPSERT, RowPolicy.WHOLE, false, header, rows);
    }

    /** Rows with cells parted by bars, grouped by the first column. */
    ChunkOutcome imported(ImportMode mode, RowPolicy policy, boolean dryRun, String header, String... rows) {
        Map<String, Integer> positions = new HashMap<>();
        for (String column : header.split("\\|", -1)) {
            positions.put(column, positions.size());
        }
        Map<String, List<ImportRow>> records = new LinkedHashMap<>();
        long line = 2;
        for (String row : rows) {
            List<String> cells = List.of(row.split("\\|", -1));
            records.computeIfAbsent(cells.get(0), key -> new ArrayList<>())
                    .add(new ImportRow(line++, positions, cells));
        }
        ImportChunk chunk = new ImportChunk(List.copyOf(records.values()), mode, policy, dryRun);
        return database.transactions().call(() -> target().write(chunk));
    }

    Order order(String number) {
        long id = database.jdbc()
                .first(
                        "SELECT ID FROM CRM_TRANSACTION_ORDER WHERE ORDER_NUMBER = ?",
                        s -> s.setString(1, number),
                        row -> row.getLong(1))
                .orElseThrow();
        return ledger().find(new OrderId(id)).orElseThrow();
    }

    List<CustomerFacts> facts(CustomerId customer) {
        return ledger().facts(customer);
    }

    long count(String table) {
        return database.jdbc()
                .first("SELECT COUNT(*) FROM " + table, Jdbc.NONE, row -> row.getLong(1))
                .orElseThrow();
    }
}
