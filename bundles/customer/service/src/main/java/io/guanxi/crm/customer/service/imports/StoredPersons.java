package io.guanxi.crm.customer.service.imports;

import static io.guanxi.crm.platform.persistence.Rows.optionalText;

import io.guanxi.crm.customer.CustomerId;
import io.guanxi.crm.customer.PersonData;
import io.guanxi.crm.customer.service.Parts;
import io.guanxi.crm.platform.fields.CustomValues;
import io.guanxi.crm.platform.fields.values.ImportedValues;
import io.guanxi.crm.platform.persistence.KeyQuery;
import io.guanxi.crm.platform.persistence.Rows;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The persons that a chunk speaks of: all of its customers, living or undone. */
final class StoredPersons {

    private static final String SELECT = "SELECT ID, CUSTOMER_ID, VERSION, NAME, NAME_KEY, PERSON_ROLE, SEX, BIRTHDAY,"
            + " BIRTHDAY_LUNAR, JOB_POSITION, EDUCATION, OCCUPATION, PREFERENCES, UPDATED_AT, ARCHIVED_AT, UNDONE_AT FROM ";
    private static final String OF_CUSTOMERS = SELECT + "CRM_CUSTOMER_PERSON"
            + " --DERBY-PROPERTIES index=CRM_CUSTOMER_PERSON_NAME_IX\n"
            + " WHERE (ARCHIVED = 0 OR UNDONE_AT = ARCHIVED_AT) AND CUSTOMER_ID";
    private static final String BY_ID =
            SELECT + KeyQuery.table("CRM_CUSTOMER_PERSON", "CRM_CUSTOMER_PERSON_PK") + "WHERE ID";

    private final Map<Long, StoredPerson> byId = new HashMap<>();
    private final Map<String, List<StoredPerson>> byName = new HashMap<>();

    private StoredPersons() {}

    static StoredPersons of(Connection connection, Collection<CustomerId> customers, ImportedValues custom)
            throws SQLException {
        return read(
                connection,
                OF_CUSTOMERS,
                customers.stream().map(CustomerId::value).toList(),
                custom);
    }

    static StoredPersons ofIds(Connection connection, Collection<Long> ids, ImportedValues custom) throws SQLException {
        return read(connection, BY_ID, ids, custom);
    }

    /** Whom they belong to. */
    Set<CustomerId> customers() {
        return byId.values().stream().map(StoredPerson::customer).collect(Collectors.toSet());
    }

    private static StoredPersons read(
            Connection connection, String select, Collection<Long> keys, ImportedValues custom) throws SQLException {
        Map<Long, StoredPerson> bare = new HashMap<>();
        KeyQuery.visit(connection, select, keys, row -> bare.put(row.getLong("ID"), bare(row)));
        StoredPersons stored = new StoredPersons();
        List<Long> ids = new ArrayList<>(bare.keySet());
        Map<Long, List<String>> phones = Parts.PERSON_PHONES.ofAll(connection, ids);
        Map<Long, List<String>> emails = Parts.PERSON_EMAILS.ofAll(connection, ids);
        Map<Long, CustomValues> values = custom.stored(ids);
        for (StoredPerson p : bare.values()) {
            PersonData data = new PersonData(
                    p.data().name(),
                    p.data().role(),
                    phones.getOrDefault(p.id(), List.of()),
                    emails.getOrDefault(p.id(), List.of()),
                    p.data().details(),
                    values.getOrDefault(p.id(), CustomValues.NONE));
            stored.add(
                    new StoredPerson(p.id(), p.customer(), p.version(), p.updatedAt(), p.undone(), p.nameKey(), data));
        }
        return stored;
    }

    private void add(StoredPerson person) {
        byId.put(person.id(), person);
        byName.computeIfAbsent(key(person.customer(), person.nameKey()), k -> new ArrayList<>())
                .add(person);
    }

    Optional<StoredPerson> byId(long id) {
        return Optional.ofNullable(byId.get(id));
    }

    /** Those of this name at the customer, living ones first. */
    List<StoredPerson> named(CustomerId customer, String nameKey) {
        List<StoredPerson> all = byName.getOrDefault(key(customer, nameKey), List.of());
        List<StoredPerson> living = all.stream().filter(p -> !p.undone()).toList();
        return living.isEmpty() ? all : living;
    }

    private static String key(CustomerId customer, String nameKey) {
        return customer.value() + " " + nameKey;
    }

    private static StoredPerson bare(ResultSet row) throws SQLException {
        Optional<Instant> undoneAt = Rows.optionalInstant(row, "UNDONE_AT");
        boolean undone = undoneAt.isPresent() && undoneAt.equals(Rows.optionalInstant(row, "ARCHIVED_AT"));
        return new StoredPerson(
                row.getLong("ID"),
                new CustomerId(row.getLong("CUSTOMER_ID")),
                row.getLong("VERSION"),
                row.getLong("UPDATED_AT"),
                undone,
                row.getString("NAME_KEY"),
                new PersonData(
                        row.getString("NAME"),
                        optionalText(row, "PERSON_ROLE"),
                        List.of(),
                        List.of(),
                        StoredCustomers.details(row)));
    }
}
