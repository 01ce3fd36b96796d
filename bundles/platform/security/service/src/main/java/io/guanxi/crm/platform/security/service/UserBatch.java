package io.guanxi.crm.platform.security.service;

import io.guanxi.crm.platform.persistence.BatchInsert;
import io.guanxi.crm.platform.persistence.IdSequence;
import io.guanxi.crm.platform.persistence.Jdbc;
import io.guanxi.crm.platform.persistence.KeyList;
import io.guanxi.crm.platform.persistence.KeyQuery;
import io.guanxi.crm.platform.persistence.Rows;
import io.guanxi.crm.platform.security.Source;
import io.guanxi.crm.platform.security.User;
import io.guanxi.crm.platform.security.UserData;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Many users at once, a few statements for all of them. */
final class UserBatch {

    /** A user as it is to be, and where it comes from. */
    record Row(long id, UserData data, Source source) {}

    private static final List<String> COLUMNS = List.of(
            "ID",
            "VERSION",
            "NAME",
            "NAME_KEY",
            "PASSWORD_HASH",
            "FULL_NAME",
            "EMAIL",
            "DEPARTMENT_ID",
            "ENABLED",
            "CREATED_AT",
            "CREATED_BY",
            "UPDATED_AT",
            "UPDATED_BY",
            "SOURCE",
            "EXTERNAL_ID");

    private final Jdbc jdbc;
    private final UserTable table;
    private final IdSequence ids = new IdSequence("CRM_SECURITY_USER_SEQ");

    UserBatch(Jdbc jdbc) {
        this.jdbc = jdbc;
        this.table = new UserTable(jdbc);
    }

    long nextId() {
        return jdbc.with(ids::next);
    }

    List<User> of(String provider) {
        return table.withRoles(jdbc.list(
                "SELECT U.* FROM CRM_SECURITY_USER U WHERE U.SOURCE = ?",
                s -> s.setString(1, provider),
                UserTable::user));
    }

    /** Those of these names that there are, by the name's key. */
    Map<String, User> named(Collection<String> keys) {
        List<User> found = new ArrayList<>();
        jdbc.with(connection -> {
            KeyQuery.visit(
                    connection,
                    "SELECT U.* FROM CRM_SECURITY_USER U WHERE U.NAME_KEY",
                    keys,
                    row -> found.add(UserTable.user(row)));
            return found;
        });
        Map<String, User> named = new HashMap<>();
        table.withRoles(found).forEach(user -> named.put(Login.key(user.data().name()), user));
        return named;
    }

    /** Ids of the administrators who can sign in. */
    Set<Long> administrators() {
        return Set.copyOf(jdbc.list(
                "SELECT U.ID FROM CRM_SECURITY_USER U JOIN CRM_SECURITY_USER_ROLE A ON A.USER_ID = U.ID"
                        + " JOIN CRM_SECURITY_ROLE R ON R.ID = A.ROLE_ID WHERE R.CODE = 'administrator' AND U.ENABLED = 1",
                Jdbc.NONE,
                row -> row.getLong(1)));
    }

    void insert(List<Row> users, String by, Instant now) {
        jdbc.with(connection -> {
            BatchInsert rows = BatchInsert.of(connection, "CRM_SECURITY_USER", COLUMNS);
            users.forEach(user -> rows.add((s, first) -> bindNew(s, first, user, by, now)));
            rows.write();
            insertRoles(connection, users);
            return 0;
        });
    }

    private static void bindNew(PreparedStatement s, int first, Row user, String by, Instant now) throws SQLException {
        int next = first;
        s.setLong(next++, user.id());
        s.setLong(next++, 1);
        s.setString(next++, user.data().name());
        s.setString(next++, Login.key(user.data().name()));
        s.setString(next++, PasswordHash.NONE);
        Rows.setText(s, next++, user.data().fullName());
        Rows.setText(s, next++, user.data().email());
        Rows.setLong(s, next++, user.data().department());
        s.setInt(next++, user.data().enabled() ? 1 : 0);
        Rows.setInstant(s, next++, now);
        s.setString(next++, by);
        Rows.setInstant(s, next++, now);
        s.setString(next++, by);
        s.setString(next++, user.source().code());
        s.setString(next, user.source().externalId());
    }

    void update(List<Row> users, String by, Instant now) {
        jdbc.with(connection -> {
            try (PreparedStatement s = connection.prepareStatement(
                    "UPDATE CRM_SECURITY_USER SET FULL_NAME = ?, EMAIL = ?, DEPARTMENT_ID = ?, ENABLED = ?,"
                            + " SOURCE = ?, EXTERNAL_ID = ?, PASSWORD_HASH = ?, UPDATED_AT = ?, UPDATED_BY = ?,"
                            + " VERSION = VERSION + 1 WHERE ID = ?")) {
                for (Row user : users) {
                    Rows.setText(s, 1, user.data().fullName());
                    Rows.setText(s, 2, user.data().email());
                    Rows.setLong(s, 3, user.data().department());
                    s.setInt(4, user.data().enabled() ? 1 : 0);
                    s.setString(5, user.source().code());
                    s.setString(6, user.source().externalId());
                    s.setString(7, PasswordHash.NONE);
                    Rows.setInstant(s, 8, now);
                    s.setString(9, by);
                    s.setLong(10, user.id());
                    s.addBatch();
                }
                s.executeBatch();
            }
            delete(
                    connection,
                    "CRM_SECURITY_USER_ROLE",
                    users.stream().map(Row::id).toList());
            insertRoles(connection, users);
            return 0;
        });
    }

    void endSessions(List<Long> users) {
        jdbc.with(connection -> {
            delete(connection, "CRM_SECURITY_SESSION", users);
            return 0;
        });
    }

    private static void delete(Connection connection, String table, List<Long> users) throws SQLException {
        for (KeyList<Long> some : KeyList.of(connection, users)) {
            try (PreparedStatement s =
                    connection.prepareStatement("DELETE FROM " + table + " WHERE USER_ID" + some.condition())) {
                some.bind(s, 1);
                s.executeUpdate();
            }
        }
    }

    private void insertRoles(Connection connection, List<Row> users) throws SQLException {
        Map<String, Long> roles = new HashMap<>();
        new RoleTable(jdbc).all().forEach(role -> roles.put(role.data().code(), role.id()));
        BatchInsert rows = BatchInsert.of(connection, "CRM_SECURITY_USER_ROLE", List.of("USER_ID", "ROLE_ID"));
        for (Row user : users) {
            for (String code : user.data().roles()) {
                long role = roles.getOrDefault(code, 0L);
                rows.add((s, first) -> {
                    s.setLong(first, user.id());
                    s.setLong(first + 1, role);
                });
            }
        }
        rows.write();
    }
}
