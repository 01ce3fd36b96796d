package io.guanxi.crm.transaction.service.exports;

import io.guanxi.crm.customer.CustomerDirectory;
import io.guanxi.crm.customer.CustomerId;
import io.guanxi.crm.customer.CustomerKey;
import io.guanxi.crm.customer.CustomerScopes;
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
import io.guanxi.crm.transaction.service.OrderValues;
import io.guanxi.crm.transaction.service.imports.OrderColumns;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import javax.sql.DataSource;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;

/** Orders, a row for each line; what holds for the whole order stands in each of its rows. */
@Component(service = ExportSource.class)
public class OrdersExport extends RecordExport {

    private static final String ORDERS =
            "SELECT ID, ORDER_NUMBER, EXTERNAL_ID, CUSTOMER_ID, ORDERED_AT, CURRENCY, STATUS"
                    + " FROM CRM_TRANSACTION_ORDER --DERBY-PROPERTIES constraint=CRM_TRANSACTION_ORDER_PK\n WHERE ID";
    private static final String LINES = "SELECT ORDER_ID, LINE_NO, PRODUCT, DESCRIPTION, QUANTITY, UNIT_PRICE, DISCOUNT"
            + " FROM CRM_TRANSACTION_ORDER_LINE --DERBY-PROPERTIES constraint=CRM_TRANSACTION_ORDER_LINE_PK\n"
            + " WHERE ORDER_ID";

    private static final String CUSTOMERS = "SELECT ID, CUSTOMER_ID FROM "
            + KeyQuery.table("CRM_TRANSACTION_ORDER", "CRM_TRANSACTION_ORDER_PK") + "WHERE ID";

    private static final int WIDTH = OrderColumns.ALL.size();

    private record Head(ExportRow cells, CustomerId customer, NavigableMap<Integer, ExportRow> lines) {}

    private final Neighbour<CustomerDirectory> customers;
    private final Neighbour<CustomerScopes> scopes;

    @Activate
    public OrdersExport(
            BundleContext context,
            @Reference(target = "(osgi.jndi.service.name=crm/transaction)") DataSource dataSource,
            @Reference Access access) {
        this(
                dataSource,
                access,
                Neighbour.tracked(context, CustomerDirectory.class),
                Neighbour.tracked(context, CustomerScopes.class),
                Neighbour.tracked(context, FieldCatalog.class));
    }

    /** For plain Java, where nothing comes and goes. */
    public OrdersExport(
            DataSource dataSource,
            Access access,
            Neighbour<CustomerDirectory> customers,
            Neighbour<CustomerScopes> scopes,
            Neighbour<FieldCatalog> fields) {
        super("orders", "order", OrderColumns.ALL, OrderValues.TABLE, dataSource, fields, access);
        this.customers = customers;
        this.scopes = scopes;
    }

    @Deactivate
    @Override
    protected void close() {
        super.close();
        customers.close();
        scopes.close();
    }

    @Override
    public IdBatches all() {
        return new LivingIds(jdbc(), "SELECT ID FROM CRM_TRANSACTION_ORDER WHERE");
    }

    @Override
    protected List<Long> reached(long[] ids, Scope scope) {
        return scopes.get().reached(customers(CUSTOMERS, ids), scope);
    }

    @Override
    protected Map<Long, List<ExportRow>> rows(long[] ids) {
        Map<Long, Head> orders = new HashMap<>();
        jdbc().with(connection -> {
            IdRows rows = new IdRows(connection, ids);
            rows.visit(ORDERS, row -> orders.put(row.getLong("ID"), head(row)));
            rows.visit(LINES, row -> {
                Head head = orders.get(row.getLong("ORDER_ID"));
                if (head != null) {
                    head.lines().put(row.getInt("LINE_NO"), line(row));
                }
            });
            return 0;
        });
        Map<CustomerId, CustomerKey> keys = customers
                .get()
                .keys(orders.values().stream().map(Head::customer).distinct().toList());
        Map<Long, List<ExportRow>> result = new HashMap<>();
        orders.forEach((id, head) -> result.put(
                id,
                head.lines().values().stream()
                        .map(line -> row(head, line, keys))
                        .toList()));
        return result;
    }

    private static Head head(ResultSet row) throws SQLException {
        return new Head(
                ExportRow.of(
                        row.getString("ORDER_NUMBER"),
                        row.getString("EXTERNAL_ID"),
                        null,
                        null,
                        Rows.instant(row, "ORDERED_AT"),
                        row.getString("CURRENCY"),
                        row.getString("STATUS").toLowerCase(Locale.ROOT)),
                new CustomerId(row.getLong("CUSTOMER_ID")),
                new TreeMap<>());
    }

    private static ExportRow line(ResultSet row) throws SQLException {
        return ExportRow.of(
                row.getString("PRODUCT"),
                row.getString("DESCRIPTION"),
                plain(row.getBigDecimal("QUANTITY")),
                plain(row.getBigDecimal("UNIT_PRICE")),
                plain(row.getBigDecimal("DISCOUNT")));
    }

    /** Without the zeros that the column pads it with. */
    static BigDecimal plain(BigDecimal value) {
        BigDecimal stripped = value.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }

    private static ExportRow row(Head head, ExportRow line, Map<CustomerId, CustomerKey> keys) {
        ExportRow cells = new ExportRow(WIDTH);
        cells.setAll(0, head.cells());
        CustomerKey key = keys.get(head.customer());
        if (key != null) {
            cells.set(2, key.externalId().orElse(null));
            cells.set(3, key.code());
        }
        cells.setAll(head.cells().width(), line);
        return cells;
    }
}
