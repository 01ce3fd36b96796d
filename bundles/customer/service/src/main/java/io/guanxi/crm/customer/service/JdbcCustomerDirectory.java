package io.guanxi.crm.customer.service;

import io.guanxi.crm.customer.CustomerDirectory;
import io.guanxi.crm.customer.CustomerId;
import io.guanxi.crm.customer.CustomerKey;
import io.guanxi.crm.customer.PersonId;
import io.guanxi.crm.customer.PersonName;
import io.guanxi.crm.platform.persistence.Jdbc;
import io.guanxi.crm.platform.persistence.KeyQuery;
import io.guanxi.crm.platform.persistence.Rows;
import io.guanxi.crm.platform.security.Scope;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The directory over the archive's tables. */
@Component
public class JdbcCustomerDirectory implements CustomerDirectory {

    private static final String CODES =
            "SELECT CODE, ID FROM " + KeyQuery.table("CRM_CUSTOMER_CUSTOMER", "CRM_CUSTOMER_CODE_UK") + "WHERE CODE";
    private static final String KEYS = "SELECT ID, CODE, EXTERNAL_ID FROM "
            + KeyQuery.table("CRM_CUSTOMER_CUSTOMER", "CRM_CUSTOMER_CUSTOMER_PK") + "WHERE ID";
    private static final String PERSONS = "SELECT ID, CUSTOMER_ID, NAME FROM CRM_CUSTOMER_PERSON"
            + " --DERBY-PROPERTIES index=CRM_CUSTOMER_PERSON_NAME_IX\n WHERE ARCHIVED = 0 AND CUSTOMER_ID";
    private static final String NAMES =
            "SELECT ID, NAME FROM " + KeyQuery.table("CRM_CUSTOMER_PERSON", "CRM_CUSTOMER_PERSON_PK") + "WHERE ID";

    private final Jdbc jdbc;
    private final CustomerLookup lookup;
    private final CustomerGate gate;

    @Activate
    public JdbcCustomerDirectory(@Reference(target = "(osgi.jndi.service.name=crm/customer)") DataSource dataSource) {
        this.jdbc = new Jdbc(dataSource);
        this.lookup = new CustomerLookup(jdbc);
        this.gate = new CustomerGate(jdbc, Clock.systemUTC());
    }

    @Override
    public Map<String, CustomerId> byCodes(Collection<String> codes, Scope scope) {
        Map<String, CustomerId> found = new HashMap<>();
        visit(CODES, codes, row -> found.put(row.getString(1), new CustomerId(row.getLong(2))));
        return writable(found, scope);
    }

    @Override
    public Map<String, CustomerId> byExternalIds(Collection<String> externalIds, Scope scope) {
        return writable(lookup.byExternalIds(externalIds), scope);
    }

    private Map<String, CustomerId> writable(Map<String, CustomerId> found, Scope scope) {
        if (!scope.everything()) {
            found.values().retainAll(gate.reached(scope, found.values(), true));
        }
        return found;
    }

    @Override
    public Map<CustomerId, CustomerKey> keys(Collection<CustomerId> customers) {
        Map<CustomerId, CustomerKey> found = new HashMap<>();
        visit(
                KEYS,
                customers.stream().map(CustomerId::value).toList(),
                row -> found.put(
                        new CustomerId(row.getLong(1)),
                        new CustomerKey(row.getString(2), Rows.optionalText(row, "EXTERNAL_ID"))));
        return found;
    }

    @Override
    public List<PersonName> personsOf(Collection<CustomerId> customers) {
        List<PersonName> found = new ArrayList<>();
        visit(
                PERSONS,
                customers.stream().map(CustomerId::value).toList(),
                row -> found.add(new PersonName(
                        new PersonId(row.getLong(1)), new CustomerId(row.getLong(2)), row.getString(3))));
        return found;
    }

    @Override
    public Map<PersonId, String> personNames(Collection<PersonId> persons) {
        Map<PersonId, String> found = new HashMap<>();
        visit(
                NAMES,
                persons.stream().map(PersonId::value).toList(),
                row -> found.put(new PersonId(row.getLong(1)), row.getString(2)));
        return found;
    }

    private <K> void visit(String select, Collection<K> keys, Jdbc.RowVisitor visitor) {
        jdbc.with(connection -> {
            KeyQuery.visit(connection, select, keys, visitor);
            return 0;
        });
    }
}
