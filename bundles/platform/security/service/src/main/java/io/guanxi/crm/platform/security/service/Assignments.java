package io.guanxi.crm.platform.security.service;

import io.guanxi.crm.platform.persistence.Jdbc;
import io.guanxi.crm.platform.persistence.KeyList;
import io.guanxi.crm.platform.persistence.KeyQuery;
import java.sql.PreparedStatement;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * Who has which roles.
 *
 * @param table with the owner's id and ROLE_ID
 * @param owner column of the owner's id
 */
record Assignments(Jdbc jdbc, String table, String owner) {

    /** The codes of the roles of each of these that has any. */
    Map<Long, Set<String>> of(Collection<Long> owners) {
        String select = "SELECT A." + owner + ", R.CODE FROM " + table
                + " A JOIN CRM_SECURITY_ROLE R ON R.ID = A.ROLE_ID WHERE A." + owner;
        return jdbc.with(connection -> {
            Map<Long, Set<String>> roles = new HashMap<>();
            KeyQuery.visit(
                    connection, select, owners, row -> roles.computeIfAbsent(row.getLong(1), id -> new HashSet<>())
                            .add(row.getString(2)));
            return roles;
        });
    }

    /** Makes these the roles of one, in place of what there is. */
    void replace(long id, Set<String> codes) {
        delete(id);
        String insert = "INSERT INTO " + table + " (" + owner + ", ROLE_ID) SELECT CAST(? AS BIGINT), R.ID"
                + " FROM CRM_SECURITY_ROLE R WHERE R.CODE";
        jdbc.with(connection -> {
            for (KeyList<String> some : KeyList.of(connection, codes)) {
                try (PreparedStatement s = connection.prepareStatement(insert + some.condition())) {
                    s.setLong(1, id);
                    some.bind(s, 2);
                    s.executeUpdate();
                }
            }
            return id;
        });
    }

    void delete(long id) {
        jdbc.update("DELETE FROM " + table + " WHERE " + owner + " = ?", s -> s.setLong(1, id));
    }
}
