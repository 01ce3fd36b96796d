package io.guanxi.crm.transaction.service.imports;

import io.guanxi.crm.customer.CustomerId;
import io.guanxi.crm.platform.fields.CustomValues;
import io.guanxi.crm.platform.fields.values.ImportedValues;
import io.guanxi.crm.platform.persistence.KeyQuery;
import io.guanxi.crm.platform.persistence.Rows;
import io.guanxi.crm.transaction.OrderData;
import io.guanxi.crm.transaction.OrderLine;
import io.guanxi.crm.transaction.OrderStatus;
import io.guanxi.crm.transaction.service.LineTable;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Currency;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The orders that a chunk speaks of, with their lines: five questions for all of them. */
final class StoredOrders {

    private static final String SELECT = "SELECT ID, VERSION, ORDER_NUMBER, EXTERNAL_ID, CUSTOMER_ID, ORDERED_AT,"
            + " CURRENCY, STATUS, UPDATED_AT, UNDONE_AT FROM ";
    private static final String LINES = "SELECT ORDER_ID, LINE_NO, PRODUCT, DESCRIPTION, QUANTITY, UNIT_PRICE, DISCOUNT"
            + " FROM "
            + KeyQuery.table("CRM_TRANSACTION_ORDER_LINE", "CRM_TRANSACTION_ORDER_LINE_PK") + "WHERE ORDER_ID";
    private static final List<String> FULFILLED = List.of(
            "SELECT ORDER_ID FROM " + KeyQuery.table("CRM_TRANSACTION_DELIVERY", "CRM_TRANSACTION_DELIVERY_FK")
                    + "WHERE ORDER_ID",
            "SELECT ORDER_ID FROM " + KeyQuery.table("CRM_TRANSACTION_PAYMENT", "CRM_TRANSACTION_PAYMENT_FK")
                    + "WHERE ORDER_ID");

    private static final String BY_ID =
            SELECT + KeyQuery.table("CRM_TRANSACTION_ORDER", "CRM_TRANSACTION_ORDER_PK") + "WHERE ID";

    private final Map<Long, StoredOrder> byId = new HashMap<>();
    private final Map<String, StoredOrder> byNumber = new HashMap<>();
    private final Map<String, StoredOrder> byExternalId = new HashMap<>();

    private StoredOrders() {}

    static StoredOrders of(Connection connection, List<OrderRecord> records, ImportedValues custom)
            throws SQLException {
        Map<Long, StoredOrder> bare = new HashMap<>();
        List<String> numbers = records.stream().map(OrderRecord::number).toList();
        List<String> externalIds = records.stream()
                .flatMap(record -> record.head().externalId().stream())
                .toList();
        read(connection, "CRM_TRANSACTION_NUMBER_UK", "ORDER_NUMBER", numbers, bare);
        read(connection, "CRM_TRANSACTION_EXTERNAL_ID_UK", "EXTERNAL_ID", externalIds, bare);
        StoredOrders stored = new StoredOrders();
        stored.addWhole(connection, bare, custom.stored(bare.keySet()));
        return stored;
    }

    /** The orders of these ids. */
    static StoredOrders ofIds(Connection connection, Collection<Long> ids, ImportedValues custom) throws SQLException {
        Map<Long, StoredOrder> bare = new HashMap<>();
        KeyQuery.visit(connection, BY_ID, ids, row -> bare.put(row.getLong("ID"), bare(row)));
        StoredOrders stored = new StoredOrders();
        stored.addWhole(connection, bare, custom.stored(bare.keySet()));
        return stored;
    }

    /** Whose orders they are. */
    Set<CustomerId> customers() {
        return byId.values().stream().map(order -> order.data().customer()).collect(Collectors.toSet());
    }

    Optional<StoredOrder> byId(long id) {
        return Optional.ofNullable(byId.get(id));
    }

    Optional<StoredOrder> byNumber(String number) {
        return Optional.ofNullable(byNumber.get(number));
    }

    Optional<StoredOrder> byExternalId(String externalId) {
        return Optional.ofNullable(byExternalId.get(externalId));
    }

    private static void read(
            Connection connection, String constraint, String column, List<String> keys, Map<Long, StoredOrder> bare)
            throws SQLException {
        String sql = SELECT + KeyQuery.table("CRM_TRANSACTION_ORDER", constraint) + "WHERE " + column;
        KeyQuery.visit(connection, sql, keys, row -> {
            bare.put(row.getLong("ID"), bare(row));
        });
    }

    private static StoredOrder bare(ResultSet row) throws SQLException {
        OrderData data = new OrderData(
                Optional.of(row.getString("ORDER_NUMBER")),
                Rows.optionalText(row, "EXTERNAL_ID"),
                new CustomerId(row.getLong("CUSTOMER_ID")),
                Rows.instant(row, "ORDERED_AT"),
                Currency.getInstance(row.getString("CURRENCY")),
                OrderStatus.valueOf(row.getString("STATUS")),
                List.of());
        boolean undone = Rows.optionalInstant(row, "UNDONE_AT")
                .filter(Rows.instant(row, "UPDATED_AT")::equals)
                .isPresent();
        return new StoredOrder(
                row.getLong("ID"), row.getLong("VERSION"), row.getLong("UPDATED_AT"), data, false, undone);
    }

    private void addWhole(Connection connection, Map<Long, StoredOrder> bare, Map<Long, CustomValues> custom)
            throws SQLException {
        Map<Long, TreeMap<Integer, OrderLine>> lines = new HashMap<>();
        KeyQuery.visit(connection, LINES, bare.keySet(), row -> {
            long order = row.getLong("ORDER_ID");
            Currency currency =
                    Optional.ofNullable(bare.get(order)).orElseThrow().data().currency();
            lines.computeIfAbsent(order, id -> new TreeMap<>())
                    .put(row.getInt("LINE_NO"), LineTable.line(row, currency));
        });
        Set<Long> fulfilled = new HashSet<>();
        for (String sql : FULFILLED) {
            KeyQuery.visit(connection, sql, bare.keySet(), row -> fulfilled.add(row.getLong(1)));
        }
        for (StoredOrder order : bare.values()) {
            List<OrderLine> its = new ArrayList<>(
                    lines.getOrDefault(order.id(), new TreeMap<>()).values());
            OrderData d = order.data();
            OrderData data = new OrderData(
                    d.number(),
                    d.externalId(),
                    d.customer(),
                    d.orderedAt(),
                    d.currency(),
                    d.status(),
                    its,
                    custom.getOrDefault(order.id(), CustomValues.NONE));
            StoredOrder whole = new StoredOrder(
                    order.id(),
                    order.version(),
                    order.updatedAt(),
                    data,
                    fulfilled.contains(order.id()),
                    order.undone());
            byId.put(order.id(), whole);
            data.number().ifPresent(number -> byNumber.put(number, whole));
            data.externalId().ifPresent(externalId -> byExternalId.put(externalId, whole));
        }
    }
}
