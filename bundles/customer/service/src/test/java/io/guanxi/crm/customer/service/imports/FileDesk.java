package io.guanxi.crm.customer.service.imports;

import io.guanxi.crm.customer.service.CustomerValues;
import io.guanxi.crm.customer.service.PersonValues;
import io.guanxi.crm.customer.service.exports.CustomersExport;
import io.guanxi.crm.customer.service.exports.PersonsExport;
import io.guanxi.crm.platform.fields.FieldCatalog;
import io.guanxi.crm.platform.fields.service.JdbcFieldCatalog;
import io.guanxi.crm.platform.history.HistoryQuery;
import io.guanxi.crm.platform.history.service.JdbcChangeLog;
import io.guanxi.crm.platform.imports.service.QueuedImports;
import io.guanxi.crm.platform.modules.Neighbour;
import io.guanxi.crm.platform.testing.EveryField;
import io.guanxi.crm.platform.testing.HistoryText;
import io.guanxi.crm.platform.testing.OpenAccess;
import io.guanxi.crm.platform.testing.RecordedOutbox;
import io.guanxi.crm.platform.testing.TestDatabase;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/** Files into and out of the archive, with a custom field of every type, history and events. */
final class FileDesk implements AutoCloseable {

    final RecordedOutbox outbox = new RecordedOutbox();
    final CustomersTarget customers;
    final PersonsTarget persons;
    final CustomersExport customersOut;
    final PersonsExport personsOut;
    private final TestDatabase database;
    private final JdbcFieldCatalog catalog;
    private final JdbcChangeLog log;

    /** @param database with the schemas {@code customer}, {@code fields} and {@code history} */
    FileDesk(TestDatabase database) {
        OpenAccess access = new OpenAccess();
        this.database = database;
        this.catalog = new JdbcFieldCatalog(database.dataSource(), database.transactions(), outbox, access);
        this.log = new JdbcChangeLog(database.dataSource(), access);
        catalog.addStore(new CustomerValues(database.dataSource()));
        catalog.addStore(new PersonValues(database.dataSource()));
        EveryField.define(catalog, "customer");
        EveryField.define(catalog, "person");
        Neighbour<FieldCatalog> fields = Neighbour.fixed(catalog);
        this.customers = new CustomersTarget(database.dataSource(), outbox, access, fields, log, Clock.systemUTC());
        this.persons = new PersonsTarget(database.dataSource(), outbox, access, fields, log, Clock.systemUTC());
        this.customersOut = new CustomersExport(database.dataSource(), access, fields);
        this.personsOut = new PersonsExport(database.dataSource(), access, fields);
    }

    /** The import service over both targets; needs the schema {@code imports}. */
    QueuedImports imports(Path folder) {
        return new QueuedImports(
                List.of(customers, persons), database.dataSource(), database.transactions(), new OpenAccess(), folder);
    }

    long customer(String code) {
        return id("SELECT ID FROM CRM_CUSTOMER_CUSTOMER WHERE CODE = ?", code);
    }

    long person(String name) {
        return id("SELECT ID FROM CRM_CUSTOMER_PERSON WHERE NAME = ?", name);
    }

    private long id(String select, String key) {
        return database.jdbc()
                .first(select, statement -> statement.setString(1, key), row -> row.getLong(1))
                .orElseThrow();
    }

    /** What the history tells of a record, newest first, as {@code KIND field field}. */
    List<String> history(String recordType, long id) {
        return HistoryText.of(log.list(new HistoryQuery(recordType, id, List.of(), Optional.empty(), 20)));
    }

    @Override
    public void close() {
        catalog.close();
    }
}
