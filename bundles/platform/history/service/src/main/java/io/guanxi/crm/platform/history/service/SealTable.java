package io.guanxi.crm.platform.history.service;

import io.guanxi.crm.platform.persistence.BatchInsert;
import io.guanxi.crm.platform.persistence.Jdbc;
import io.guanxi.crm.platform.persistence.KeyQuery;
import io.guanxi.crm.platform.persistence.Rows;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The chain in its tables. */
final class SealTable {

    private static final String SEALS = "SELECT NUMBER, FIRST_POSITION, LAST_POSITION, SEALED_AT, PREVIOUS_HASH,"
            + " CONTENT_HASH, HASH FROM CRM_HISTORY_SEAL --DERBY-PROPERTIES constraint=CRM_HISTORY_SEAL_PK\n";
    private static final String ITEMS = "SELECT POSITION, SOURCE, ITEM_ID, SALT, DIGEST FROM CRM_HISTORY_SEAL_ITEM"
            + " --DERBY-PROPERTIES constraint=CRM_HISTORY_SEAL_ITEM_PK\n";
    private static final String POSITIONS =
            "SELECT ITEM_ID, POSITION FROM CRM_HISTORY_SEAL_ITEM --DERBY-PROPERTIES index=CRM_HISTORY_SEAL_ITEM_IX\n"
                    + "WHERE ITEM_ID";
    private static final List<String> SEAL_COLUMNS =
            List.of("NUMBER", "FIRST_POSITION", "LAST_POSITION", "SEALED_AT", "PREVIOUS_HASH", "CONTENT_HASH", "HASH");
    private static final List<String> ITEM_COLUMNS = List.of("POSITION", "SOURCE", "ITEM_ID", "SALT", "DIGEST");

    private final Jdbc jdbc;

    SealTable(Jdbc jdbc) {
        this.jdbc = jdbc;
    }

    /** Waits until nobody else seals or erases; then nobody can until the caller's transaction ends. Writers never ask. */
    void lock() {
        jdbc.update("UPDATE CRM_HISTORY_CHAIN SET ID = 1 WHERE ID = 1", Jdbc.NONE);
    }

    Optional<Seal> last() {
        return jdbc.first(
                SEALS + "WHERE NUMBER = (SELECT MAX(NUMBER) FROM CRM_HISTORY_SEAL)", Jdbc.NONE, SealTable::seal);
    }

    /** Of the last item, whether or not a seal covers it. */
    long lastPosition() {
        return jdbc.first("SELECT MAX(POSITION) FROM CRM_HISTORY_SEAL_ITEM", Jdbc.NONE, row -> row.getLong(1))
                .orElse(0L);
    }

    /** In order. */
    List<Seal> behind(long number, long upTo, int most) {
        return jdbc.list(
                SEALS + "WHERE NUMBER > ? AND NUMBER <= ? ORDER BY NUMBER FETCH FIRST " + most + " ROWS ONLY",
                statement -> {
                    statement.setLong(1, number);
                    statement.setLong(2, upTo);
                },
                SealTable::seal);
    }

    private static Seal seal(ResultSet row) throws SQLException {
        return new Seal(
                row.getLong("NUMBER"),
                row.getLong("FIRST_POSITION"),
                row.getLong("LAST_POSITION"),
                row.getLong("SEALED_AT"),
                row.getString("PREVIOUS_HASH"),
                row.getString("CONTENT_HASH"),
                row.getString("HASH"));
    }

    /** In order. */
    List<Seal.Item> items(long first, long last) {
        return jdbc.list(
                ITEMS + "WHERE POSITION >= ? AND POSITION <= ? ORDER BY POSITION",
                statement -> {
                    statement.setLong(1, first);
                    statement.setLong(2, last);
                },
                SealTable::item);
    }

    private static Seal.Item item(ResultSet row) throws SQLException {
        return new Seal.Item(
                row.getLong("POSITION"),
                Source.of(row.getString("SOURCE")),
                row.getLong("ITEM_ID"),
                Rows.optionalText(row, "SALT"),
                row.getString("DIGEST"));
    }

    /** Where these entries are in the chain; the last place of those that were sealed again. */
    Map<Long, Long> positions(Collection<Long> entries) {
        return jdbc.with(connection -> {
            Map<Long, Long> found = new HashMap<>();
            KeyQuery.visit(
                    connection,
                    POSITIONS,
                    entries,
                    row -> found.merge(row.getLong("ITEM_ID"), row.getLong("POSITION"), Math::max));
            return found;
        });
    }

    void add(Seal seal, List<Seal.Item> items) {
        jdbc.with(connection -> {
            BatchInsert rows = BatchInsert.of(connection, "CRM_HISTORY_SEAL_ITEM", ITEM_COLUMNS);
            items.forEach(item -> rows.add((statement, first) -> bind(statement, first, item)));
            rows.write();
            BatchInsert row = BatchInsert.of(connection, "CRM_HISTORY_SEAL", SEAL_COLUMNS);
            row.add((statement, first) -> bind(statement, first, seal));
            row.write();
            return 0;
        });
    }

    private static void bind(PreparedStatement s, int first, Seal.Item item) throws SQLException {
        s.setLong(first, item.position());
        s.setString(first + 1, item.source().code());
        s.setLong(first + 2, item.entry());
        Rows.setText(s, first + 3, item.salt());
        s.setString(first + 4, item.digest());
    }

    private static void bind(PreparedStatement s, int first, Seal seal) throws SQLException {
        s.setLong(first, seal.number());
        s.setLong(first + 1, seal.first());
        s.setLong(first + 2, seal.last());
        s.setLong(first + 3, seal.at());
        s.setString(first + 4, seal.previous());
        s.setString(first + 5, seal.content());
        s.setString(first + 6, seal.hash());
    }
}
