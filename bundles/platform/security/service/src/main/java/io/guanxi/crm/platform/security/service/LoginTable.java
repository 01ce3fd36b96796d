package io.guanxi.crm.platform.security.service;

import io.guanxi.crm.platform.persistence.Jdbc;
import io.guanxi.crm.platform.persistence.Rows;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The users as far as signing in goes, with their roles. */
final class LoginTable {

    // One row for each role, in one round trip.
    private static final String SELECT =
            "SELECT U.ID, U.NAME, U.PASSWORD_HASH, U.ENABLED, U.DEPARTMENT_ID, R.CODE FROM CRM_SECURITY_USER U"
                    + " LEFT JOIN CRM_SECURITY_USER_ROLE A ON A.USER_ID = U.ID"
                    + " LEFT JOIN CRM_SECURITY_ROLE R ON R.ID = A.ROLE_ID WHERE ";

    private final Jdbc jdbc;

    LoginTable(Jdbc jdbc) {
        this.jdbc = jdbc;
    }

    private record Row(Login login, Optional<String> role) {}

    /** Disabled ones too. */
    Optional<Login> find(String key) {
        return whole(jdbc.list(SELECT + "U.NAME_KEY = ?", s -> s.setString(1, key), LoginTable::row));
    }

    /** Disabled ones too. */
    Optional<Login> find(long id) {
        return whole(jdbc.list(SELECT + "U.ID = ?", s -> s.setLong(1, id), LoginTable::row));
    }

    boolean isEmpty() {
        return jdbc.first("SELECT ID FROM CRM_SECURITY_USER", Jdbc.NONE, row -> row.getLong(1))
                .isEmpty();
    }

    void changePassword(long id, String passwordHash) {
        jdbc.update("UPDATE CRM_SECURITY_USER SET PASSWORD_HASH = ? WHERE ID = ?", s -> {
            s.setString(1, passwordHash);
            s.setLong(2, id);
        });
    }

    private static Optional<Login> whole(List<Row> rows) {
        Set<String> roles = new HashSet<>();
        rows.forEach(row -> row.role().ifPresent(roles::add));
        return rows.stream().map(Row::login).findFirst().map(first -> with(first, roles));
    }

    private static Login with(Login login, Set<String> roles) {
        return new Login(
                login.id(), login.name(), login.passwordHash(), login.enabled(), login.department(), Set.copyOf(roles));
    }

    private static Row row(ResultSet row) throws SQLException {
        Login login = new Login(
                row.getLong("ID"),
                row.getString("NAME"),
                row.getString("PASSWORD_HASH"),
                row.getInt("ENABLED") == 1,
                Rows.optionalLong(row, "DEPARTMENT_ID"),
                Set.of());
        return new Row(login, Optional.ofNullable(row.getString("CODE")));
    }
}
