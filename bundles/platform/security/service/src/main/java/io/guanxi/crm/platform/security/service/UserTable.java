package io.guanxi.crm.platform.security.service;

import io.guanxi.crm.platform.persistence.IdSequence;
import io.guanxi.crm.platform.persistence.Jdbc;
import io.guanxi.crm.platform.persistence.Rows;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** The users as they are stored. */
final class UserTable {

    private static final String SELECT = "SELECT ID, NAME, PASSWORD_HASH, ROLES FROM CRM_SECURITY_USER";

    private final Jdbc jdbc;
    private final IdSequence ids = new IdSequence("CRM_SECURITY_USER_SEQ");

    UserTable(Jdbc jdbc) {
        this.jdbc = jdbc;
    }

    Optional<User> find(String key) {
        return jdbc.first(SELECT + " WHERE NAME_KEY = ?", s -> s.setString(1, key), UserTable::user);
    }

    List<User> list() {
        return jdbc.list(SELECT + " ORDER BY NAME_KEY", Jdbc.NONE, UserTable::user);
    }

    boolean isEmpty() {
        return jdbc.first("SELECT ID FROM CRM_SECURITY_USER", Jdbc.NONE, row -> row.getLong(1))
                .isEmpty();
    }

    void insert(String name, String passwordHash, Set<String> roles, Instant at) {
        jdbc.with(connection -> {
            try (PreparedStatement s = connection.prepareStatement("INSERT INTO CRM_SECURITY_USER"
                    + " (ID, NAME, NAME_KEY, PASSWORD_HASH, ROLES, CREATED_AT) VALUES (?, ?, ?, ?, ?, ?)")) {
                s.setLong(1, ids.next(connection));
                s.setString(2, name);
                s.setString(3, User.key(name));
                s.setString(4, passwordHash);
                s.setString(5, String.join(",", new TreeSet<>(roles)));
                Rows.setInstant(s, 6, at);
                return s.executeUpdate();
            }
        });
    }

    void changePassword(long id, String passwordHash) {
        jdbc.update("UPDATE CRM_SECURITY_USER SET PASSWORD_HASH = ? WHERE ID = ?", s -> {
            s.setString(1, passwordHash);
            s.setLong(2, id);
        });
    }

    private static User user(ResultSet row) throws SQLException {
        return new User(
                row.getLong("ID"),
                row.getString("NAME"),
                row.getString("PASSWORD_HASH"),
                roles(row.getString("ROLES")));
    }

    static Set<String> roles(String stored) {
        return Set.of(stored.split(",", -1));
    }
}
