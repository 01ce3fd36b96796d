package io.guanxi.crm.contact.service.exports;

import io.guanxi.crm.contact.service.InteractionValues;
import io.guanxi.crm.contact.service.imports.InteractionColumns;
import io.guanxi.crm.customer.CustomerDirectory;
import io.guanxi.crm.customer.CustomerId;
import io.guanxi.crm.customer.CustomerKey;
import io.guanxi.crm.customer.CustomerScopes;
import io.guanxi.crm.customer.PersonId;
import io.guanxi.crm.platform.exports.ExportRow;
import io.guanxi.crm.platform.exports.ExportSource;
import io.guanxi.crm.platform.exports.IdBatches;
import io.guanxi.crm.platform.exports.IdRows;
import io.guanxi.crm.platform.exports.LivingIds;
import io.guanxi.crm.platform.exports.RecordExport;
import io.guanxi.crm.platform.fields.FieldCatalog;
import io.guanxi.crm.platform.modules.Neighbour;
import io.guanxi.crm.platform.persistence.KeyQuery;
import io.guanxi.crm.platform.persistence.Rows;
import io.guanxi.crm.platform.security.Access;
import io.guanxi.crm.platform.security.Scope;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;

/** Interactions, a row each, with customers and persons by what they are called. */
@Component(service = ExportSource.class)
public class InteractionsExport extends RecordExport {

    private static final String SELECT = "SELECT ID, CUSTOMER_ID, CHANNEL, DIRECTION, OCCURRED_AT, UNTIL_AT, SUBJECT,"
            + " SUMMARY, OUTCOME, DONE_BY, NEXT_ON, NEXT_WHAT FROM CRM_CONTACT_INTERACTION"
            + " --DERBY-PROPERTIES constraint=CRM_CONTACT_INTERACTION_PK\n WHERE ID";
    private static final String PERSONS =
            "SELECT INTERACTION_ID, ORDINAL, PERSON_ID FROM CRM_CONTACT_INTERACTION_PERSON"
                    + " --DERBY-PROPERTIES constraint=CRM_CONTACT_INTERACTION_PERSON_PK\n WHERE INTERACTION_ID";

    private static final String CUSTOMERS = "SELECT ID, CUSTOMER_ID FROM "
            + KeyQuery.table("CRM_CONTACT_INTERACTION", "CRM_CONTACT_INTERACTION_PK") + "WHERE ID";

    private static final int PERSONS_CELL = InteractionColumns.ALL.size() - 1;

    private record Line(CustomerId customer, ExportRow cells) {}

    private final Neighbour<CustomerDirectory> directory;
    private final Neighbour<CustomerScopes> scopes;

    @Activate
    public InteractionsExport(
            BundleContext context,
            @Reference(target = "(osgi.jndi.service.name=crm/contact)") DataSource dataSource,
            @Reference Access access) {
        this(
                dataSource,
                access,
                Neighbour.tracked(context, CustomerDirectory.class),
                Neighbour.tracked(context, CustomerScopes.class),
                Neighbour.tracked(context, FieldCatalog.class));
    }

    /** For plain Java, where nothing comes and goes. */
    public InteractionsExport(
            DataSource dataSource,
            Access access,
            Neighbour<CustomerDirectory> directory,
            Neighbour<CustomerScopes> scopes,
            Neighbour<FieldCatalog> fields) {
        super(
                "interactions",
                "interaction",
                InteractionColumns.ALL,
                InteractionValues.TABLE,
                dataSource,
                fields,
                access);
        this.directory = directory;
        this.scopes = scopes;
    }

    @Deactivate
    @Override
    protected void close() {
        super.close();
        directory.close();
        scopes.close();
    }

    @Override
    public IdBatches all() {
        return new LivingIds(jdbc(), "SELECT ID FROM CRM_CONTACT_INTERACTION WHERE ARCHIVED = 0 AND");
    }

    @Override
    protected String field(String column) {
        return InteractionColumns.field(column);
    }

    @Override
    protected List<Long> reached(long[] ids, Scope scope) {
        return scopes.get().reached(customers(CUSTOMERS, ids), scope);
    }

    @Override
    protected Map<Long, List<ExportRow>> rows(long[] ids) {
        Map<Long, Line> lines = new HashMap<>();
        Map<Long, NavigableMap<Integer, PersonId>> persons = new HashMap<>();
        jdbc().with(connection -> {
            IdRows rows = new IdRows(connection, ids);
            rows.visit(SELECT, row -> lines.put(row.getLong("ID"), line(row)));
            rows.visit(PERSONS, row -> persons.computeIfAbsent(row.getLong(1), id -> new TreeMap<>())
                    .put(row.getInt(2), new PersonId(row.getLong(3))));
            return 0;
        });
        Map<CustomerId, CustomerKey> keys = directory
                .get()
                .keys(lines.values().stream().map(Line::customer).distinct().toList());
        Map<PersonId, String> names = directory
                .get()
                .personNames(persons.values().stream()
                        .map(NavigableMap::values)
                        .flatMap(Collection::stream)
                        .distinct()
                        .toList());
        Map<Long, List<ExportRow>> result = new HashMap<>();
        lines.forEach((id, line) -> {
            complete(line, keys.get(line.customer()), persons.get(id), names);
            result.put(id, List.of(line.cells()));
        });
        return result;
    }

    private static void complete(
            Line line,
            @Nullable CustomerKey key,
            @Nullable NavigableMap<Integer, PersonId> persons,
            Map<PersonId, String> names) {
        if (key != null) {
            line.cells().set(0, key.externalId().orElse(null));
            line.cells().set(1, key.code());
        }
        if (persons != null) {
            line.cells()
                    .set(
                            PERSONS_CELL,
                            persons.values().stream()
                                    .map(names::get)
                                    .filter(Objects::nonNull)
                                    .collect(Collectors.joining(";")));
        }
    }

    private static Line line(ResultSet row) throws SQLException {
        return new Line(
                new CustomerId(row.getLong("CUSTOMER_ID")),
                ExportRow.of(
                        null,
                        null,
                        row.getString("CHANNEL").toLowerCase(Locale.ROOT),
                        row.getString("DIRECTION").toLowerCase(Locale.ROOT),
                        Rows.instant(row, "OCCURRED_AT"),
                        Rows.optionalInstant(row, "UNTIL_AT").orElse(null),
                        row.getString("SUBJECT"),
                        row.getString("SUMMARY"),
                        row.getString("OUTCOME"),
                        row.getString("DONE_BY"),
                        Rows.optionalDate(row, "NEXT_ON").orElse(null),
                        row.getString("NEXT_WHAT"),
                        null));
    }
}
