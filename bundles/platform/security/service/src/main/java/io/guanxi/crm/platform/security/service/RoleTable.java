package io.guanxi.crm.platform.security.service;

import io.guanxi.crm.platform.persistence.IdSequence;
import io.guanxi.crm.platform.persistence.Jdbc;
import io.guanxi.crm.platform.problem.Text;
import io.guanxi.crm.platform.security.Action;
import io.guanxi.crm.platform.security.FieldRight;
import io.guanxi.crm.platform.security.Reach;
import io.guanxi.crm.platform.security.Role;
import io.guanxi.crm.platform.security.RoleData;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The roles as they are stored: of a shipped one that nobody has changed, only that it is there. */
final class RoleTable {

    static final String CODE_TAKEN = "CRM_SECURITY_ROLE_CODE";

    private final Jdbc jdbc;
    private final GrantTable grants;
    private final FieldRightTable fields;
    private final IdSequence ids = new IdSequence("CRM_SECURITY_ROLE_SEQ");

    RoleTable(Jdbc jdbc) {
        this.jdbc = jdbc;
        this.grants = new GrantTable(jdbc);
        this.fields = new FieldRightTable(jdbc);
    }

    /** Shipped ones first, then by code. */
    List<Role> all() {
        Map<Long, Map<String, Set<Action>>> granted = grants.all();
        Map<Long, Map<String, Map<String, FieldRight>>> limited = fields.all();
        return jdbc.list(
                "SELECT ID, VERSION, CODE, NAME_EN, NAME_ZH, REACH, SHIPPED, CHANGED FROM CRM_SECURITY_ROLE"
                        + " ORDER BY SHIPPED DESC, CASE WHEN SHIPPED = 1 THEN ID ELSE 0 END, CODE",
                Jdbc.NONE,
                row -> role(row, granted, limited));
    }

    private static Role role(
            ResultSet row,
            Map<Long, Map<String, Set<Action>>> granted,
            Map<Long, Map<String, Map<String, FieldRight>>> limited)
            throws SQLException {
        long id = row.getLong("ID");
        String code = row.getString("CODE");
        boolean shipped = row.getInt("SHIPPED") == 1;
        boolean changed = row.getInt("CHANGED") == 1;
        RoleData data = shipped && !changed
                ? ShippedRights.of(code)
                : new RoleData(
                        code,
                        new Text(row.getString("NAME_EN"), row.getString("NAME_ZH")),
                        granted.getOrDefault(id, Map.of()),
                        Reach.valueOf(row.getString("REACH")),
                        limited.getOrDefault(id, Map.of()));
        return new Role(id, row.getLong("VERSION"), data, shipped, changed);
    }

    long insert(RoleData data) {
        long id = jdbc.with(ids::next);
        jdbc.update(
                "INSERT INTO CRM_SECURITY_ROLE (ID, VERSION, CODE, NAME_EN, NAME_ZH, REACH, SHIPPED, CHANGED)"
                        + " VALUES (?, 1, ?, ?, ?, ?, 0, 0)",
                s -> {
                    s.setLong(1, id);
                    s.setString(2, data.code());
                    s.setString(3, data.label().en());
                    s.setString(4, data.label().zh());
                    s.setString(5, data.reach().name());
                });
        grants.replace(id, data.grants());
        fields.replace(id, data.fields());
        return id;
    }

    /** Whose version has been compared before, under the lock. */
    void update(Role before, RoleData data) {
        jdbc.update(
                "UPDATE CRM_SECURITY_ROLE SET VERSION = VERSION + 1, NAME_EN = ?, NAME_ZH = ?, REACH = ?, CHANGED = ? WHERE ID = ?",
                s -> {
                    s.setString(1, data.label().en());
                    s.setString(2, data.label().zh());
                    s.setString(3, data.reach().name());
                    s.setInt(4, before.shipped() ? 1 : 0);
                    s.setLong(5, before.id());
                });
        grants.replace(before.id(), data.grants());
        fields.replace(before.id(), data.fields());
    }

    void reset(long id) {
        grants.delete(id);
        fields.delete(id);
        jdbc.update(
                "UPDATE CRM_SECURITY_ROLE SET VERSION = VERSION + 1, CHANGED = 0 WHERE ID = ?", s -> s.setLong(1, id));
    }

    void delete(long id) {
        grants.delete(id);
        fields.delete(id);
        jdbc.update("DELETE FROM CRM_SECURITY_ROLE WHERE ID = ?", s -> s.setLong(1, id));
    }

    /** True where a user or a key has it. */
    boolean isInUse(long id) {
        return jdbc.first(
                        "SELECT USER_ID FROM CRM_SECURITY_USER_ROLE WHERE ROLE_ID = ?"
                                + " UNION ALL SELECT KEY_ID FROM CRM_SECURITY_API_KEY_ROLE WHERE ROLE_ID = ?",
                        s -> {
                            s.setLong(1, id);
                            s.setLong(2, id);
                        },
                        row -> row.getLong(1))
                .isPresent();
    }
}
