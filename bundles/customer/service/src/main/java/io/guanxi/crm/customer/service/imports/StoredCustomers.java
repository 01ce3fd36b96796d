package io.guanxi.crm.customer.service.imports;

import static io.guanxi.crm.platform.persistence.Rows.optionalText;

import io.guanxi.crm.customer.Address;
import io.guanxi.crm.customer.Birthday;
import io.guanxi.crm.customer.CustomerData;
import io.guanxi.crm.customer.CustomerId;
import io.guanxi.crm.customer.CustomerKind;
import io.guanxi.crm.customer.PersonDetails;
import io.guanxi.crm.customer.Sex;
import io.guanxi.crm.customer.Stage;
import io.guanxi.crm.customer.service.CustomerGate;
import io.guanxi.crm.customer.service.Parts;
import io.guanxi.crm.platform.fields.CustomValues;
import io.guanxi.crm.platform.fields.values.ImportedValues;
import io.guanxi.crm.platform.imports.ImportRow;
import io.guanxi.crm.platform.persistence.KeyQuery;
import io.guanxi.crm.platform.persistence.Rows;
import io.guanxi.crm.platform.security.Scope;
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

/** The customers that a chunk speaks of, found by two questions for all of them. */
final class StoredCustomers {

    private static final String SELECT =
            "SELECT ID, VERSION, KIND, CODE, EXTERNAL_ID, NAME, SHORT_NAME, STAGE, INDUSTRY,"
                    + " SOURCE, SIZE_BAND, REGISTRATION_NUMBER, WEB_SITE, SEX, BIRTHDAY, BIRTHDAY_LUNAR, JOB_POSITION, EDUCATION,"
                    + " OCCUPATION, PREFERENCES, UPDATED_AT, ARCHIVED_AT, UNDONE_AT, OWNER_ID, DEPARTMENT_ID FROM ";

    private static final String BY_ID =
            SELECT + KeyQuery.table("CRM_CUSTOMER_CUSTOMER", "CRM_CUSTOMER_CUSTOMER_PK") + "WHERE ID";

    private final Map<Long, StoredCustomer> byId = new HashMap<>();
    private final Map<String, StoredCustomer> byExternalId = new HashMap<>();
    private final Map<String, StoredCustomer> byCode = new HashMap<>();

    private StoredCustomers() {}

    static StoredCustomers of(Connection connection, List<ImportRow> rows, ImportedValues custom) throws SQLException {
        return of(connection, keys(rows, "externalId"), keys(rows, "code"), custom);
    }

    /** The customers that have any of these codes and external ids. */
    static StoredCustomers ofKeys(Connection connection, List<CustomerData> data, ImportedValues custom)
            throws SQLException {
        return of(
                connection,
                data.stream().flatMap(d -> d.externalId().stream()).toList(),
                data.stream().flatMap(d -> d.code().stream()).toList(),
                custom);
    }

    private static StoredCustomers of(
            Connection connection, List<String> externalIds, List<String> codes, ImportedValues custom)
            throws SQLException {
        Map<Long, StoredCustomer> bare = new HashMap<>();
        read(connection, externalIds, "CRM_CUSTOMER_EXTERNAL_ID_UK", "EXTERNAL_ID", bare);
        read(connection, codes, "CRM_CUSTOMER_CODE_UK", "CODE", bare);
        StoredCustomers stored = new StoredCustomers();
        stored.addWithParts(connection, bare, custom.stored(bare.keySet()));
        return stored;
    }

    /** The customers of these ids. */
    static StoredCustomers ofIds(Connection connection, Collection<Long> ids, ImportedValues custom)
            throws SQLException {
        Map<Long, StoredCustomer> bare = new HashMap<>();
        KeyQuery.visit(connection, BY_ID, ids, row -> bare.put(row.getLong("ID"), bare(row)));
        StoredCustomers stored = new StoredCustomers();
        stored.addWithParts(connection, bare, custom.stored(bare.keySet()));
        return stored;
    }

    /** Those of them that the scope may change. */
    Set<Long> open(CustomerGate gate, Scope scope) {
        return scope.everything()
                ? byId.keySet()
                : gate
                        .writable(
                                scope,
                                byId.values().stream()
                                        .collect(Collectors.toMap(
                                                customer -> new CustomerId(customer.id()), StoredCustomer::ownership)))
                        .stream()
                        .map(CustomerId::value)
                        .collect(Collectors.toSet());
    }

    Optional<StoredCustomer> byId(long id) {
        return Optional.ofNullable(byId.get(id));
    }

    Optional<StoredCustomer> byExternalId(String externalId) {
        return Optional.ofNullable(byExternalId.get(externalId));
    }

    Optional<StoredCustomer> byCode(String code) {
        return Optional.ofNullable(byCode.get(code));
    }

    private static List<String> keys(List<ImportRow> rows, String column) {
        return rows.stream().flatMap(row -> row.text(column).stream()).toList();
    }

    private static void read(
            Connection connection, List<String> keys, String constraint, String column, Map<Long, StoredCustomer> bare)
            throws SQLException {
        String sql = SELECT + KeyQuery.table("CRM_CUSTOMER_CUSTOMER", constraint) + "WHERE " + column;
        KeyQuery.visit(connection, sql, keys, row -> {
            bare.put(row.getLong("ID"), bare(row));
        });
    }

    private void addWithParts(Connection connection, Map<Long, StoredCustomer> bare, Map<Long, CustomValues> custom)
            throws SQLException {
        List<Long> ids = new ArrayList<>(bare.keySet());
        Map<Long, List<String>> phones = Parts.PHONES.ofAll(connection, ids);
        Map<Long, List<String>> emails = Parts.EMAILS.ofAll(connection, ids);
        Map<Long, List<Address>> addresses = Parts.ADDRESSES.ofAll(connection, ids);
        for (StoredCustomer customer : bare.values()) {
            CustomerData d = customer.data();
            CustomerData data = new CustomerData(
                    d.kind(),
                    d.code(),
                    d.externalId(),
                    d.name(),
                    d.shortName(),
                    d.stage(),
                    d.industry(),
                    d.source(),
                    d.size(),
                    d.registrationNumber(),
                    phones.getOrDefault(customer.id(), List.of()),
                    emails.getOrDefault(customer.id(), List.of()),
                    d.webSite(),
                    addresses.getOrDefault(customer.id(), List.of()),
                    List.of(),
                    d.person(),
                    custom.getOrDefault(customer.id(), CustomValues.NONE));
            StoredCustomer whole = new StoredCustomer(
                    customer.id(),
                    customer.version(),
                    customer.updatedAt(),
                    customer.undone(),
                    customer.ownership(),
                    data);
            byId.put(customer.id(), whole);
            data.code().ifPresent(code -> byCode.put(code, whole));
            data.externalId().ifPresent(externalId -> byExternalId.put(externalId, whole));
        }
    }

    private static StoredCustomer bare(ResultSet row) throws SQLException {
        CustomerData data = new CustomerData(
                CustomerKind.valueOf(row.getString("KIND")),
                optionalText(row, "CODE"),
                optionalText(row, "EXTERNAL_ID"),
                row.getString("NAME"),
                optionalText(row, "SHORT_NAME"),
                Stage.valueOf(row.getString("STAGE")),
                optionalText(row, "INDUSTRY"),
                optionalText(row, "SOURCE"),
                optionalText(row, "SIZE_BAND"),
                optionalText(row, "REGISTRATION_NUMBER"),
                List.of(),
                List.of(),
                optionalText(row, "WEB_SITE"),
                List.of(),
                List.of(),
                details(row));
        Optional<Instant> undoneAt = Rows.optionalInstant(row, "UNDONE_AT");
        boolean undone = undoneAt.isPresent() && undoneAt.equals(Rows.optionalInstant(row, "ARCHIVED_AT"));
        return new StoredCustomer(
                row.getLong("ID"),
                row.getLong("VERSION"),
                row.getLong("UPDATED_AT"),
                undone,
                CustomerGate.ownership(row),
                data);
    }

    static PersonDetails details(ResultSet row) throws SQLException {
        boolean lunar = row.getInt("BIRTHDAY_LUNAR") != 0;
        return new PersonDetails(
                Sex.valueOf(row.getString("SEX")),
                Rows.optionalDate(row, "BIRTHDAY").map(date -> new Birthday(date, lunar)),
                optionalText(row, "JOB_POSITION"),
                optionalText(row, "EDUCATION"),
                optionalText(row, "OCCUPATION"),
                optionalText(row, "PREFERENCES"));
    }
}
