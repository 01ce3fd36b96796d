package io.guanxi.crm.transaction.service;

import static io.guanxi.crm.platform.persistence.Rows.instant;
import static io.guanxi.crm.platform.persistence.Rows.optionalText;
import static io.guanxi.crm.platform.persistence.Rows.setInstant;
import static io.guanxi.crm.platform.persistence.Rows.setText;

import io.guanxi.crm.platform.persistence.IdSequence;
import io.guanxi.crm.transaction.Delivery;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Deliveries and their lines; never changed once written. */
final class DeliveryTable {

    private static final String INSERT = "INSERT INTO CRM_TRANSACTION_DELIVERY (ID, ORDER_ID, DELIVERED_AT, CARRIER,"
            + " TRACKING_NUMBER, NOTE, CREATED_AT, CREATED_BY) VALUES (?, ?, ?, ?, ?, ?, ?, ?)";
    private static final String INSERT_LINE =
            "INSERT INTO CRM_TRANSACTION_DELIVERY_LINE (DELIVERY_ID, LINE_NO, QUANTITY) VALUES (?, ?, ?)";
    // Derby would go on joining as it did while the tables were empty: by reading all of them.
    private static final String SELECT = "SELECT D.ID, D.DELIVERED_AT, D.CARRIER, D.TRACKING_NUMBER, D.NOTE,"
            + " L.LINE_NO, L.QUANTITY FROM --DERBY-PROPERTIES joinOrder=FIXED\n"
            + " CRM_TRANSACTION_DELIVERY D --DERBY-PROPERTIES constraint=CRM_TRANSACTION_DELIVERY_FK\n"
            + " JOIN CRM_TRANSACTION_DELIVERY_LINE L --DERBY-PROPERTIES joinStrategy=NESTEDLOOP,"
            + " constraint=CRM_TRANSACTION_DELIVERY_LINE_PK\n ON L.DELIVERY_ID = D.ID"
            + " WHERE D.ORDER_ID = ? ORDER BY D.DELIVERED_AT, D.ID, L.LINE_NO";

    private final IdSequence ids = new IdSequence("CRM_TRANSACTION_DELIVERY_SEQ");

    Delivery insert(Connection connection, long order, Delivery delivery, Touch made) throws SQLException {
        long id = ids.next(connection);
        try (PreparedStatement statement = connection.prepareStatement(INSERT)) {
            statement.setLong(1, id);
            statement.setLong(2, order);
            setInstant(statement, 3, delivery.at());
            setText(statement, 4, delivery.carrier());
            setText(statement, 5, delivery.trackingNumber());
            setText(statement, 6, delivery.note());
            setInstant(statement, 7, made.at());
            statement.setString(8, made.by());
            statement.executeUpdate();
        }
        try (PreparedStatement statement = connection.prepareStatement(INSERT_LINE)) {
            for (Delivery.Line line : delivery.lines()) {
                statement.setLong(1, id);
                statement.setInt(2, line.line());
                statement.setBigDecimal(3, line.quantity());
                statement.addBatch();
            }
            statement.executeBatch();
        }
        return delivery(id, delivery, delivery.lines());
    }

    List<Delivery> of(Connection connection, long order) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(SELECT)) {
            statement.setLong(1, order);
            try (ResultSet rows = statement.executeQuery()) {
                Map<Long, Delivery> heads = new LinkedHashMap<>();
                Map<Long, List<Delivery.Line>> lines = new HashMap<>();
                while (rows.next()) {
                    Delivery head = head(rows);
                    heads.putIfAbsent(head.id(), head);
                    lines.computeIfAbsent(head.id(), id -> new ArrayList<>()).add(line(rows));
                }
                return heads.values().stream()
                        .map(head -> delivery(head.id(), head, lines.getOrDefault(head.id(), List.of())))
                        .toList();
            }
        }
    }

    private static Delivery head(ResultSet row) throws SQLException {
        return new Delivery(
                row.getLong("ID"),
                instant(row, "DELIVERED_AT"),
                optionalText(row, "CARRIER"),
                optionalText(row, "TRACKING_NUMBER"),
                optionalText(row, "NOTE"),
                List.of());
    }

    private static Delivery.Line line(ResultSet row) throws SQLException {
        return new Delivery.Line(row.getInt("LINE_NO"), Decimals.plain(row.getBigDecimal("QUANTITY")));
    }

    private static Delivery delivery(long id, Delivery like, List<Delivery.Line> lines) {
        return new Delivery(id, like.at(), like.carrier(), like.trackingNumber(), like.note(), lines);
    }
}
