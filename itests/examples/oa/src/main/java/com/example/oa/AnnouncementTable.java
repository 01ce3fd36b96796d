package com.example.oa;

import static io.guanxi.crm.platform.query.sql.Storage.CONSTANT;
import static io.guanxi.crm.platform.query.sql.Storage.ID;
import static io.guanxi.crm.platform.query.sql.Storage.MILLIS;
import static io.guanxi.crm.platform.query.sql.Storage.TEXT;

import io.guanxi.crm.platform.fields.Choice;
import io.guanxi.crm.platform.fields.Field;
import io.guanxi.crm.platform.fields.FieldType;
import io.guanxi.crm.platform.fields.FieldUse;
import io.guanxi.crm.platform.persistence.Jdbc;
import io.guanxi.crm.platform.persistence.KeyQuery;
import io.guanxi.crm.platform.persistence.Rows;
import io.guanxi.crm.platform.query.ListQuery;
import io.guanxi.crm.platform.query.Slice;
import io.guanxi.crm.platform.query.sql.Column;
import io.guanxi.crm.platform.query.sql.Columns;
import io.guanxi.crm.platform.query.sql.KeysetSelect;
import io.guanxi.crm.platform.query.sql.Sql;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;

/** Where the announcements lie; the table being {@code A} in queries. */
final class AnnouncementTable {

    private static final FieldUse LISTED = new FieldUse(true, true, false, true, false);
    private static final FieldUse SORTED = new FieldUse(true, true, true, true, false);
    private static final Field SUBJECT = Field.of("subject", FieldType.TEXT, "Subject", "主题", SORTED);

    static final List<Field> FIELDS = List.of(
            Field.of("at", FieldType.INSTANT, "Time", "时间", SORTED),
            Field.of("kind", FieldType.CHOICE, "Kind", "类型", LISTED)
                    .with(List.of(Choice.of("customer", "Customer", "客户"), Choice.of("order", "Order", "订单"))),
            SUBJECT,
            Field.of("customerId", FieldType.REFERENCE, "Customer", "客户", LISTED)
                    .to("customer"));

    private static final Columns COLUMNS = Columns.of(
            FIELDS,
            Map.of(
                    "at", Column.Own.of("A.HAPPENED_AT", MILLIS),
                    "kind", Column.Own.of("A.KIND", CONSTANT),
                    "subject", Column.Own.of("A.SUBJECT", TEXT),
                    "customerId", Column.Own.of("A.CUSTOMER_ID", ID)));

    private final Jdbc jdbc;
    private final KeysetSelect<Announcement> pages;

    AnnouncementTable(Jdbc jdbc) {
        this.jdbc = jdbc;
        this.pages = new KeysetSelect<>(jdbc, "SELECT A.*", "A.ID", AnnouncementTable::announcement);
    }

    /** Stores those that are not there yet. */
    void add(List<Announcement> announcements) {
        jdbc.with(connection -> {
            Set<Long> known = known(
                    connection, announcements.stream().map(Announcement::id).toList());
            insert(
                    connection,
                    announcements.stream()
                            .filter(one -> !known.contains(one.id()))
                            .toList());
            return 0;
        });
    }

    Slice<Announcement> page(OptionalLong customer, ListQuery query) {
        return pages.page(from(customer), COLUMNS, query.searchedIn(List.of(SUBJECT)));
    }

    long count(OptionalLong customer, ListQuery query) {
        return pages.count(from(customer), COLUMNS, query.searchedIn(List.of(SUBJECT)));
    }

    private static Sql from(OptionalLong customer) {
        Sql sql = Sql.of(" FROM OA_INBOX A WHERE A.ID > 0");
        customer.ifPresent(id -> sql.add(" AND A.CUSTOMER_ID = ?", id));
        return sql;
    }

    private static Set<Long> known(Connection connection, List<Long> ids) throws SQLException {
        Set<Long> known = new HashSet<>();
        KeyQuery.visit(connection, "SELECT ID FROM OA_INBOX WHERE ID", ids, row -> known.add(row.getLong(1)));
        return known;
    }

    private static void insert(Connection connection, List<Announcement> announcements) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(
                "INSERT INTO OA_INBOX (ID, HAPPENED_AT, KIND, SUBJECT, CUSTOMER_ID, RECORD_ID) VALUES (?, ?, ?, ?, ?, ?)")) {
            for (Announcement one : announcements) {
                insert.setLong(1, one.id());
                Rows.setInstant(insert, 2, one.at());
                insert.setString(3, one.kind().name());
                insert.setString(4, one.subject());
                insert.setLong(5, one.customerId());
                insert.setLong(6, one.recordId());
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }

    private static Announcement announcement(ResultSet row) throws SQLException {
        return new Announcement(
                row.getLong("ID"),
                Rows.instant(row, "HAPPENED_AT"),
                Announcement.Kind.valueOf(row.getString("KIND")),
                row.getString("SUBJECT"),
                row.getLong("CUSTOMER_ID"),
                row.getLong("RECORD_ID"));
    }
}
