package io.guanxi.crm.platform.security.service;

import io.guanxi.crm.platform.persistence.IdSequence;
import io.guanxi.crm.platform.persistence.Jdbc;
import io.guanxi.crm.platform.persistence.Rows;
import io.guanxi.crm.platform.security.Caller;
import io.guanxi.crm.platform.security.Source;
import io.guanxi.crm.platform.security.User;
import io.guanxi.crm.platform.security.UserData;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The users as they are administered. */
final class UserTable {

    static final String NAME_TAKEN = "CRM_SECURITY_USER_NAME";

    private final Jdbc jdbc;
    private final Assignments roles;
    private final IdSequence ids = new IdSequence("CRM_SECURITY_USER_SEQ");

    UserTable(Jdbc jdbc) {
        this.jdbc = jdbc;
        this.roles = new Assignments(jdbc, "CRM_SECURITY_USER_ROLE", "USER_ID");
    }

    Optional<User> find(long id) {
        return jdbc.first("SELECT U.* FROM CRM_SECURITY_USER U WHERE U.ID = ?", s -> s.setLong(1, id), UserTable::user)
                .map(user -> withRoles(List.of(user)).get(0));
    }

    Optional<User> named(String key) {
        return jdbc.first(
                        "SELECT U.* FROM CRM_SECURITY_USER U WHERE U.NAME_KEY = ?",
                        s -> s.setString(1, key),
                        UserTable::user)
                .map(user -> withRoles(List.of(user)).get(0));
    }

    /** Made of {@code U.*}, the roles still missing. */
    static User user(ResultSet row) throws SQLException {
        UserData data = new UserData(
                row.getString("NAME"),
                Rows.optionalText(row, "FULL_NAME"),
                Rows.optionalText(row, "EMAIL"),
                Rows.optionalLong(row, "DEPARTMENT_ID"),
                Set.of(),
                row.getInt("ENABLED") == 1,
                Rows.optionalText(row, "LANGUAGE"),
                Rows.optionalText(row, "TIME_ZONE"));
        return new User(
                row.getLong("ID"),
                row.getLong("VERSION"),
                data,
                Rows.instant(row, "CREATED_AT"),
                row.getString("CREATED_BY"),
                Rows.instant(row, "UPDATED_AT"),
                row.getString("UPDATED_BY"),
                source(row));
    }

    /** Where a user or a department comes from. */
    static Optional<Source> source(ResultSet row) throws SQLException {
        Optional<String> code = Rows.optionalText(row, "SOURCE");
        return code.isEmpty() ? Optional.empty() : Optional.of(new Source(code.get(), row.getString("EXTERNAL_ID")));
    }

    List<User> withRoles(List<User> users) {
        Map<Long, Set<String>> codes = roles.of(users.stream().map(User::id).toList());
        return users.stream()
                .map(user -> with(user, user.data().withRoles(codes.getOrDefault(user.id(), Set.of()))))
                .toList();
    }

    private static User with(User user, UserData data) {
        return new User(
                user.id(),
                user.version(),
                data,
                user.createdAt(),
                user.createdBy(),
                user.updatedAt(),
                user.updatedBy(),
                user.source());
    }

    long insert(UserData data, String passwordHash, String by, Instant now) {
        long id = jdbc.with(ids::next);
        jdbc.update(
                "INSERT INTO CRM_SECURITY_USER (FULL_NAME, EMAIL, DEPARTMENT_ID, ENABLED, LANGUAGE, TIME_ZONE,"
                        + " UPDATED_AT, UPDATED_BY, ID, VERSION, NAME, NAME_KEY, PASSWORD_HASH, CREATED_AT, CREATED_BY)"
                        + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, 1, ?, ?, ?, ?, ?)",
                s -> {
                    int next = bind(s, data, by, now);
                    s.setLong(next++, id);
                    s.setString(next++, data.name());
                    s.setString(next++, Login.key(data.name()));
                    s.setString(next++, passwordHash);
                    Rows.setInstant(s, next++, now);
                    s.setString(next, by);
                });
        roles.replace(id, data.roles());
        return id;
    }

    void update(long id, UserData data, String by, Instant now) {
        jdbc.update(
                "UPDATE CRM_SECURITY_USER SET FULL_NAME = ?, EMAIL = ?, DEPARTMENT_ID = ?, ENABLED = ?, LANGUAGE = ?,"
                        + " TIME_ZONE = ?, UPDATED_AT = ?, UPDATED_BY = ?, VERSION = VERSION + 1 WHERE ID = ?",
                s -> s.setLong(bind(s, data, by, now), id));
        roles.replace(id, data.roles());
    }

    /** What a change can change; the index of the next parameter. */
    private static int bind(PreparedStatement s, UserData data, String by, Instant now) throws SQLException {
        Rows.setText(s, 1, data.fullName());
        Rows.setText(s, 2, data.email());
        Rows.setLong(s, 3, data.department());
        s.setInt(4, data.enabled() ? 1 : 0);
        Rows.setText(s, 5, data.language());
        Rows.setText(s, 6, data.timeZone());
        Rows.setInstant(s, 7, now);
        s.setString(8, by);
        return 9;
    }

    /** From now on the user comes from there, and has no password here. */
    void moveTo(long id, Source source) {
        jdbc.update("UPDATE CRM_SECURITY_USER SET SOURCE = ?, EXTERNAL_ID = ?, PASSWORD_HASH = ? WHERE ID = ?", s -> {
            s.setString(1, source.code());
            s.setString(2, source.externalId());
            s.setString(3, PasswordHash.NONE);
            s.setLong(4, id);
        });
    }

    /** True where somebody else who may sign in may do everything. */
    boolean hasAdministratorBeside(long id) {
        return jdbc.first(
                        "SELECT U.ID FROM CRM_SECURITY_USER U JOIN CRM_SECURITY_USER_ROLE A ON A.USER_ID = U.ID"
                                + " JOIN CRM_SECURITY_ROLE R ON R.ID = A.ROLE_ID"
                                + " WHERE R.CODE = ? AND U.ENABLED = 1 AND U.ID <> ?",
                        s -> {
                            s.setString(1, Caller.ADMINISTRATOR);
                            s.setLong(2, id);
                        },
                        row -> row.getLong(1))
                .isPresent();
    }
}
