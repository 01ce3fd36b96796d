package io.guanxi.crm.customer.service.imports;

import io.guanxi.crm.customer.Address;
import io.guanxi.crm.customer.Birthday;
import io.guanxi.crm.customer.Customer;
import io.guanxi.crm.customer.CustomerData;
import io.guanxi.crm.customer.CustomerId;
import io.guanxi.crm.customer.Ownership;
import io.guanxi.crm.customer.PersonDetails;
import io.guanxi.crm.customer.service.CustomerCodes;
import io.guanxi.crm.customer.service.CustomerName;
import io.guanxi.crm.customer.service.CustomerTerms;
import io.guanxi.crm.platform.persistence.BatchInsert;
import io.guanxi.crm.platform.persistence.IdSequence;
import io.guanxi.crm.platform.persistence.Rows;
import io.guanxi.crm.platform.problem.StaleVersionException;
import io.guanxi.crm.platform.search.TermChanges;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Writes planned customers in batches, as the archive would have written them one by one. */
final class CustomerWriter {

    private static final String COLUMNS =
            "KIND, CODE, EXTERNAL_ID, NAME, NAME_KEY, SHORT_NAME, STAGE, INDUSTRY, SOURCE,"
                    + " SIZE_BAND, REGISTRATION_NUMBER, WEB_SITE, SEX, BIRTHDAY, BIRTHDAY_LUNAR, JOB_POSITION, EDUCATION,"
                    + " OCCUPATION, PREFERENCES, FIRST_PHONE, FIRST_EMAIL, FIRST_CITY, UPDATED_AT, UPDATED_BY";
    private static final int COUNT = COLUMNS.split(",").length;
    private static final String INSERT = "INSERT INTO CRM_CUSTOMER_CUSTOMER (" + COLUMNS
            + ", CREATED_AT, CREATED_BY, ID, OWNER_ID, DEPARTMENT_ID, VERSION)";
    private static final String NEW = "(" + "?, ".repeat(COUNT) + "?, ?, ?, ?, ?, 1)";
    private static final String UPDATE = "UPDATE CRM_CUSTOMER_CUSTOMER SET " + COLUMNS.replace(",", " = ?,")
            + " = ?, VERSION = VERSION + 1 WHERE ID = ? AND VERSION = ?";

    private static final String REVIVE =
            "UPDATE CRM_CUSTOMER_CUSTOMER SET ARCHIVED = 0, ARCHIVED_AT = NULL, UNDONE_AT = NULL WHERE ID = ?";
    private static final String ARCHIVE =
            "UPDATE CRM_CUSTOMER_CUSTOMER SET ARCHIVED = 1, ARCHIVED_AT = ?, UNDONE_AT = ?,"
                    + " UPDATED_AT = ?, UPDATED_BY = ?, VERSION = VERSION + 1 WHERE ID = ? AND VERSION = ?";

    private final IdSequence ids = new IdSequence("CRM_CUSTOMER_CUSTOMER_SEQ");
    private final CustomerCodes codes = new CustomerCodes();

    /**
     * The customers as they are now, in the order of the plans.
     *
     * @param owned whom new ones belong to
     */
    List<Customer> write(Connection connection, List<CustomerPlan> plans, Ownership owned, Instant now, String by)
            throws SQLException {
        List<Customer> written = numbered(connection, plans, owned, now, by);
        BatchInsert insert = BatchInsert.of(connection, INSERT, NEW);
        try (PreparedStatement update = connection.prepareStatement(UPDATE)) {
            for (int i = 0; i < plans.size(); i++) {
                Optional<StoredCustomer> before = plans.get(i).before();
                Customer customer = written.get(i);
                if (before.isPresent()) {
                    bind(update, 1, customer);
                    update.setLong(COUNT + 1, customer.id().value());
                    update.setLong(COUNT + 2, before.get().version());
                    update.addBatch();
                } else {
                    insert.add((statement, first) -> bindNew(statement, first, customer));
                }
            }
            requireAll(update.executeBatch());
        }
        insert.write();
        PartsWriter.write(connection, plans, written);
        terms(connection, plans, written);
        revive(connection, plans);
        return written;
    }

    private static void revive(Connection connection, List<CustomerPlan> plans) throws SQLException {
        List<Long> undone = plans.stream()
                .flatMap(plan -> plan.before().stream())
                .filter(StoredCustomer::undone)
                .map(StoredCustomer::id)
                .toList();
        if (!undone.isEmpty()) {
            try (PreparedStatement statement = connection.prepareStatement(REVIVE)) {
                for (long id : undone) {
                    statement.setLong(1, id);
                    statement.addBatch();
                }
                statement.executeBatch();
            }
        }
    }

    /** Takes what an import has created out of the lists again; the customers as they are now. */
    List<Customer> archive(Connection connection, List<StoredCustomer> created, Instant now, String by)
            throws SQLException {
        List<Customer> archived = new ArrayList<>(created.size());
        try (PreparedStatement statement = connection.prepareStatement(ARCHIVE)) {
            for (StoredCustomer customer : created) {
                Instant at = Instant.ofEpochMilli(Math.max(now.toEpochMilli(), customer.updatedAt() + 1));
                Rows.setInstant(statement, 1, at);
                Rows.setInstant(statement, 2, at);
                Rows.setInstant(statement, 3, at);
                statement.setString(4, by);
                statement.setLong(5, customer.id());
                statement.setLong(6, customer.version());
                statement.addBatch();
                archived.add(new Customer(
                        new CustomerId(customer.id()),
                        customer.version() + 1,
                        customer.data(),
                        now,
                        by,
                        at,
                        by,
                        Optional.of(at),
                        customer.ownership()));
            }
            requireAll(statement.executeBatch());
        }
        return archived;
    }

    /** Somebody changed one of them since it was read: the chunk is to be planned anew. */
    private static void requireAll(int[] changed) {
        for (int rows : changed) {
            if (rows == 0) {
                throw new StaleVersionException();
            }
        }
    }

    private List<Customer> numbered(
            Connection connection, List<CustomerPlan> plans, Ownership owned, Instant now, String by)
            throws SQLException {
        long codeless = plans.stream().filter(p -> p.data().code().isEmpty()).count();
        Iterator<String> fresh = codes.fresh(connection, (int) codeless).iterator();
        List<Customer> result = new ArrayList<>(plans.size());
        for (CustomerPlan plan : plans) {
            CustomerData data =
                    plan.data().code().isPresent() ? plan.data() : plan.data().withCode(fresh.next());
            Optional<StoredCustomer> before = plan.before();
            long id = before.isPresent() ? before.get().id() : ids.next(connection);
            long version = before.map(StoredCustomer::version).orElse(0L) + 1;
            Instant at = before.map(b -> Instant.ofEpochMilli(Math.max(now.toEpochMilli(), b.updatedAt() + 1)))
                    .orElse(now);
            Ownership ownership = before.map(StoredCustomer::ownership).orElse(owned);
            result.add(new Customer(new CustomerId(id), version, data, now, by, at, by, Optional.empty(), ownership));
        }
        return result;
    }

    private static void bindNew(PreparedStatement s, int first, Customer customer) throws SQLException {
        bind(s, first, customer);
        Rows.setInstant(s, first + COUNT, customer.createdAt());
        s.setString(first + COUNT + 1, customer.createdBy());
        s.setLong(first + COUNT + 2, customer.id().value());
        Rows.setLong(s, first + COUNT + 3, customer.ownership().owner());
        Rows.setLong(s, first + COUNT + 4, customer.ownership().department());
    }

    private static void bind(PreparedStatement s, int first, Customer customer) throws SQLException {
        CustomerData data = customer.data();
        PersonDetails person = data.person();
        s.setString(first, data.kind().name());
        Rows.setText(s, first + 1, data.code());
        Rows.setText(s, first + 2, data.externalId());
        s.setString(first + 3, data.name());
        s.setString(first + 4, CustomerName.normalised(data.name()));
        Rows.setText(s, first + 5, data.shortName());
        s.setString(first + 6, data.stage().name());
        Rows.setText(s, first + 7, data.industry());
        Rows.setText(s, first + 8, data.source());
        Rows.setText(s, first + 9, data.size());
        Rows.setText(s, first + 10, data.registrationNumber());
        Rows.setText(s, first + 11, data.webSite());
        s.setString(first + 12, person.sex().name());
        Rows.setDate(s, first + 13, person.birthday().map(Birthday::date));
        s.setInt(first + 14, person.birthday().filter(Birthday::lunar).isPresent() ? 1 : 0);
        Rows.setText(s, first + 15, person.position());
        Rows.setText(s, first + 16, person.education());
        Rows.setText(s, first + 17, person.occupation());
        Rows.setText(s, first + 18, person.preferences());
        Rows.setText(s, first + 19, data.phones().stream().findFirst());
        Rows.setText(s, first + 20, data.emails().stream().findFirst());
        Rows.setText(s, first + 21, data.addresses().stream().findFirst().flatMap(Address::city));
        Rows.setInstant(s, first + 22, customer.updatedAt());
        s.setString(first + 23, customer.updatedBy());
    }

    private static void terms(Connection connection, List<CustomerPlan> plans, List<Customer> written)
            throws SQLException {
        TermChanges terms = CustomerTerms.CUSTOMERS.changes();
        for (int i = 0; i < plans.size(); i++) {
            terms.add(
                    written.get(i).id().value(),
                    plans.get(i)
                            .before()
                            .map(before -> CustomerTerms.of(before.data()))
                            .orElse(Set.of()),
                    CustomerTerms.of(written.get(i).data()));
        }
        terms.write(connection);
    }
}
