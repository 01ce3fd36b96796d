package io.guanxi.crm.platform.security.service;

import io.guanxi.crm.platform.persistence.IdSequence;
import io.guanxi.crm.platform.persistence.Jdbc;
import io.guanxi.crm.platform.persistence.Rows;
import io.guanxi.crm.platform.security.Department;
import io.guanxi.crm.platform.security.DepartmentData;
import io.guanxi.crm.platform.security.Source;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The departments, each with the ids from the top down to itself as its path: {@code /1/4/}. */
final class DepartmentTable {

    /** A department and where it lies. */
    record Row(Department department, String path) {

        long id() {
            return department.id();
        }

        boolean isWithin(Row other) {
            return path.startsWith(other.path);
        }

        /** 1 at the top. */
        int depth() {
            return (int) path.chars().filter(c -> c == '/').count() - 1;
        }
    }

    private final Jdbc jdbc;
    private final IdSequence ids = new IdSequence("CRM_SECURITY_DEPARTMENT_SEQ");

    DepartmentTable(Jdbc jdbc) {
        this.jdbc = jdbc;
    }

    List<Row> all() {
        return jdbc.list("SELECT * FROM CRM_SECURITY_DEPARTMENT ORDER BY ID", Jdbc.NONE, DepartmentTable::row);
    }

    Optional<Row> find(long id) {
        return jdbc.first(
                "SELECT * FROM CRM_SECURITY_DEPARTMENT WHERE ID = ?", s -> s.setLong(1, id), DepartmentTable::row);
    }

    /** One range of the index: 0 follows the slash. */
    Set<Long> subtree(long id) {
        return new HashSet<>(jdbc.list(
                "SELECT D.ID FROM CRM_SECURITY_DEPARTMENT T JOIN CRM_SECURITY_DEPARTMENT D"
                        + " ON D.PATH >= T.PATH AND D.PATH < T.PATH_END WHERE T.ID = ?",
                s -> s.setLong(1, id),
                row -> row.getLong(1)));
    }

    long insert(DepartmentData data, String above, String by, Instant now) {
        long id = jdbc.with(ids::next);
        jdbc.update(
                "INSERT INTO CRM_SECURITY_DEPARTMENT (ID, VERSION, NAME, PARENT_ID, PATH, PATH_END, CREATED_AT,"
                        + " CREATED_BY, UPDATED_AT, UPDATED_BY) VALUES (?, 1, ?, ?, ?, ?, ?, ?, ?, ?)",
                s -> {
                    s.setLong(1, id);
                    s.setString(2, data.name());
                    Rows.setLong(s, 3, data.parent());
                    s.setString(4, above + id + "/");
                    s.setString(5, above + id + "0");
                    Rows.setInstant(s, 6, now);
                    s.setString(7, by);
                    Rows.setInstant(s, 8, now);
                    s.setString(9, by);
                });
        return id;
    }

    void update(long id, DepartmentData data, String by, Instant now) {
        jdbc.update(
                "UPDATE CRM_SECURITY_DEPARTMENT SET VERSION = VERSION + 1, NAME = ?, PARENT_ID = ?, UPDATED_AT = ?,"
                        + " UPDATED_BY = ? WHERE ID = ?",
                s -> {
                    s.setString(1, data.name());
                    Rows.setLong(s, 2, data.parent());
                    Rows.setInstant(s, 3, now);
                    s.setString(4, by);
                    s.setLong(5, id);
                });
    }

    /** From now on the department comes from there. */
    void moveTo(long id, Source source) {
        jdbc.update("UPDATE CRM_SECURITY_DEPARTMENT SET SOURCE = ?, EXTERNAL_ID = ? WHERE ID = ?", s -> {
            s.setString(1, source.code());
            s.setString(2, source.externalId());
            s.setLong(3, id);
        });
    }

    /** The department with all below it to another path. */
    void move(Row top, String path) {
        int cut = top.path().length() + 1;
        String end = path.substring(0, path.length() - 1) + "0";
        jdbc.update(
                "UPDATE CRM_SECURITY_DEPARTMENT SET PATH = CAST(? AS VARCHAR(420)) || SUBSTR(PATH, " + cut + "),"
                        + " PATH_END = CASE WHEN ID = ? THEN ? ELSE CAST(? AS VARCHAR(420)) || SUBSTR(PATH_END, " + cut
                        + ") END WHERE PATH >= ? AND PATH < ?",
                s -> {
                    s.setString(1, path);
                    s.setLong(2, top.id());
                    s.setString(3, end);
                    s.setString(4, path);
                    s.setString(5, top.path());
                    s.setString(6, top.path().substring(0, top.path().length() - 1) + "0");
                });
    }

    void delete(long id) {
        jdbc.update("DELETE FROM CRM_SECURITY_DEPARTMENT WHERE ID = ?", s -> s.setLong(1, id));
    }

    /** True where a user or a key belongs to it. */
    boolean hasMembers(long id) {
        return jdbc.first(
                        "SELECT ID FROM CRM_SECURITY_USER WHERE DEPARTMENT_ID = ?"
                                + " UNION ALL SELECT ID FROM CRM_SECURITY_API_KEY WHERE DEPARTMENT_ID = ?",
                        s -> {
                            s.setLong(1, id);
                            s.setLong(2, id);
                        },
                        row -> row.getLong(1))
                .isPresent();
    }

    private static Row row(ResultSet row) throws SQLException {
        Department department = new Department(
                row.getLong("ID"),
                row.getLong("VERSION"),
                new DepartmentData(row.getString("NAME"), Rows.optionalLong(row, "PARENT_ID")),
                Rows.instant(row, "CREATED_AT"),
                row.getString("CREATED_BY"),
                Rows.instant(row, "UPDATED_AT"),
                row.getString("UPDATED_BY"),
                UserTable.source(row));
        return new Row(department, row.getString("PATH"));
    }
}
