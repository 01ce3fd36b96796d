package io.guanxi.crm.platform.views.service;

import io.guanxi.crm.platform.persistence.IdSequence;
import io.guanxi.crm.platform.persistence.Jdbc;
import io.guanxi.crm.platform.persistence.Rows;
import io.guanxi.crm.platform.views.ListView;
import io.guanxi.crm.platform.views.ViewData;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** All views, and with which of them whose lists open. */
final class ViewTable {

    static final String NAME_TAKEN = "CRM_VIEWS_VIEW_UX";

    private static final String SELECT =
            "SELECT V.ID, V.VERSION, V.LIST, V.NAME, V.OWNER, V.SHARED, V.CONTENT, V.UPDATED_AT,"
                    + " S.VIEW_ID FROM CRM_VIEWS_VIEW V"
                    + " LEFT JOIN CRM_VIEWS_STANDARD S ON S.VIEW_ID = V.ID AND S.CALLER = ?"
                    + " WHERE (V.OWNER = ? OR V.SHARED = 1) AND ";

    private final Jdbc jdbc;
    private final IdSequence ids = new IdSequence("CRM_VIEWS_VIEW_SEQ");

    ViewTable(Jdbc jdbc) {
        this.jdbc = jdbc;
    }

    /** What this caller sees, by name. */
    List<ListView> of(String caller, String list) {
        return jdbc.list(
                SELECT + "V.LIST = ? ORDER BY V.NAME, V.ID",
                s -> {
                    bindCaller(s, caller);
                    s.setString(3, list);
                },
                ViewTable::view);
    }

    Optional<ListView> find(String caller, long id) {
        return jdbc.first(
                SELECT + "V.ID = ?",
                s -> {
                    bindCaller(s, caller);
                    s.setLong(3, id);
                },
                ViewTable::view);
    }

    private static void bindCaller(PreparedStatement s, String caller) throws SQLException {
        s.setString(1, caller);
        s.setString(2, caller);
    }

    private static ListView view(ResultSet row) throws SQLException {
        ViewContent content = ViewContent.read(row.getString("CONTENT"));
        ViewData data = new ViewData(
                row.getString("LIST"),
                row.getString("NAME"),
                row.getInt("SHARED") == 1,
                content.columns(),
                content.q(),
                content.filter(),
                content.sort(),
                content.quick());
        row.getLong("VIEW_ID");
        boolean standard = !row.wasNull();
        return new ListView(
                row.getLong("ID"),
                row.getLong("VERSION"),
                data,
                standard,
                row.getString("OWNER"),
                Rows.instant(row, "UPDATED_AT"));
    }

    int count(String owner, String list) {
        return jdbc.first(
                        "SELECT COUNT(*) FROM CRM_VIEWS_VIEW WHERE OWNER = ? AND LIST = ?",
                        s -> {
                            s.setString(1, owner);
                            s.setString(2, list);
                        },
                        row -> row.getInt(1))
                .orElse(0);
    }

    long insert(String owner, ViewData data, Instant now) {
        long id = jdbc.with(ids::next);
        jdbc.update(
                "INSERT INTO CRM_VIEWS_VIEW (ID, VERSION, LIST, NAME, OWNER, SHARED, CONTENT, UPDATED_AT)"
                        + " VALUES (?, 1, ?, ?, ?, ?, ?, ?)",
                s -> {
                    s.setLong(1, id);
                    s.setString(2, data.list());
                    s.setString(3, data.name());
                    s.setString(4, owner);
                    s.setInt(5, data.shared() ? 1 : 0);
                    s.setString(6, ViewContent.write(data));
                    Rows.setInstant(s, 7, now);
                });
        return id;
    }

    /** False where it has another version by now. */
    boolean update(long id, long version, ViewData data, Instant now) {
        return jdbc.update(
                        "UPDATE CRM_VIEWS_VIEW SET VERSION = VERSION + 1, NAME = ?, SHARED = ?, CONTENT = ?, UPDATED_AT = ?"
                                + " WHERE ID = ? AND VERSION = ?",
                        s -> {
                            s.setString(1, data.name());
                            s.setInt(2, data.shared() ? 1 : 0);
                            s.setString(3, ViewContent.write(data));
                            Rows.setInstant(s, 4, now);
                            s.setLong(5, id);
                            s.setLong(6, version);
                        })
                == 1;
    }

    void delete(long id) {
        jdbc.update("DELETE FROM CRM_VIEWS_STANDARD WHERE VIEW_ID = ?", s -> s.setLong(1, id));
        jdbc.update("DELETE FROM CRM_VIEWS_VIEW WHERE ID = ?", s -> s.setLong(1, id));
    }

    /** Of others who can't see the view any more, the lists no longer open with it. */
    void hide(long id, String owner) {
        jdbc.update("DELETE FROM CRM_VIEWS_STANDARD WHERE VIEW_ID = ? AND CALLER <> ?", s -> {
            s.setLong(1, id);
            s.setString(2, owner);
        });
    }

    void standard(String caller, String list, Optional<Long> id) {
        jdbc.update("DELETE FROM CRM_VIEWS_STANDARD WHERE CALLER = ? AND LIST = ?", s -> {
            s.setString(1, caller);
            s.setString(2, list);
        });
        id.ifPresent(
                view -> jdbc.update("INSERT INTO CRM_VIEWS_STANDARD (CALLER, LIST, VIEW_ID) VALUES (?, ?, ?)", s -> {
                    s.setString(1, caller);
                    s.setString(2, list);
                    s.setLong(3, view);
                }));
    }
}
