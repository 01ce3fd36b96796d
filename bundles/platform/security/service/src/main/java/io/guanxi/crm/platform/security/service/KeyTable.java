package io.guanxi.crm.platform.security.service;

import io.guanxi.crm.platform.persistence.IdSequence;
import io.guanxi.crm.platform.persistence.Jdbc;
import io.guanxi.crm.platform.persistence.Rows;
import io.guanxi.crm.platform.security.ApiKey;
import io.guanxi.crm.platform.security.ApiKeyData;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** The API keys; of a token only its hash. */
final class KeyTable {

    static final String NAME_TAKEN = "CRM_SECURITY_API_KEY_NAME";

    private static final String SELECT =
            "SELECT K.*, U.NAME AS OWNER FROM CRM_SECURITY_API_KEY K JOIN CRM_SECURITY_USER U ON U.ID = K.USER_ID ";

    /** A key and whose it is. */
    record Row(ApiKey key, long owner) {}

    private final Jdbc jdbc;
    private final Assignments roles;
    private final IdSequence ids = new IdSequence("CRM_SECURITY_API_KEY_SEQ");

    KeyTable(Jdbc jdbc) {
        this.jdbc = jdbc;
        this.roles = new Assignments(jdbc, "CRM_SECURITY_API_KEY_ROLE", "KEY_ID");
    }

    /** By owner and name. */
    List<Row> all() {
        return withRoles(jdbc.list(SELECT + "ORDER BY U.NAME_KEY, K.NAME_KEY", Jdbc.NONE, KeyTable::row));
    }

    /** By name. */
    List<Row> of(long owner) {
        return withRoles(
                jdbc.list(SELECT + "WHERE K.USER_ID = ? ORDER BY K.NAME_KEY", s -> s.setLong(1, owner), KeyTable::row));
    }

    Optional<Row> byHash(String hash) {
        return withRoles(jdbc.list(SELECT + "WHERE K.TOKEN_HASH = ?", s -> s.setString(1, hash), KeyTable::row))
                .stream()
                .findFirst();
    }

    Optional<Row> find(long id) {
        return withRoles(jdbc.list(SELECT + "WHERE K.ID = ?", s -> s.setLong(1, id), KeyTable::row)).stream()
                .findFirst();
    }

    private List<Row> withRoles(List<Row> rows) {
        Map<Long, Set<String>> codes =
                roles.of(rows.stream().map(row -> row.key().id()).toList());
        return rows.stream()
                .map(row -> with(row, codes.getOrDefault(row.key().id(), Set.of())))
                .toList();
    }

    private static Row with(Row row, Set<String> roles) {
        ApiKey key = row.key();
        ApiKeyData data = new ApiKeyData(
                key.data().name(),
                new TreeSet<>(roles),
                key.data().department(),
                key.data().expiresAt());
        return new Row(new ApiKey(key.id(), key.owner(), data, key.createdAt(), key.lastUsedAt()), row.owner());
    }

    long insert(long owner, ApiKeyData data, String hash, Instant now) {
        long id = jdbc.with(ids::next);
        jdbc.update(
                "INSERT INTO CRM_SECURITY_API_KEY (ID, USER_ID, NAME, NAME_KEY, TOKEN_HASH, DEPARTMENT_ID, EXPIRES_AT,"
                        + " CREATED_AT) VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
                s -> {
                    s.setLong(1, id);
                    s.setLong(2, owner);
                    s.setString(3, data.name());
                    s.setString(4, Login.key(data.name()));
                    s.setString(5, hash);
                    Rows.setLong(s, 6, data.department());
                    Rows.setInstant(s, 7, data.expiresAt());
                    Rows.setInstant(s, 8, now);
                });
        roles.replace(id, data.roles());
        return id;
    }

    void use(long id, Instant now) {
        jdbc.update("UPDATE CRM_SECURITY_API_KEY SET LAST_USED_AT = ? WHERE ID = ?", s -> {
            Rows.setInstant(s, 1, now);
            s.setLong(2, id);
        });
    }

    void delete(long id) {
        roles.delete(id);
        jdbc.update("DELETE FROM CRM_SECURITY_API_KEY WHERE ID = ?", s -> s.setLong(1, id));
    }

    private static Row row(ResultSet row) throws SQLException {
        ApiKeyData data = new ApiKeyData(
                row.getString("NAME"),
                Set.of(),
                Rows.optionalLong(row, "DEPARTMENT_ID"),
                Rows.optionalInstant(row, "EXPIRES_AT"));
        ApiKey key = new ApiKey(
                row.getLong("ID"),
                row.getString("OWNER"),
                data,
                Rows.instant(row, "CREATED_AT"),
                Rows.optionalInstant(row, "LAST_USED_AT"));
        return new Row(key, row.getLong("USER_ID"));
    }
}
