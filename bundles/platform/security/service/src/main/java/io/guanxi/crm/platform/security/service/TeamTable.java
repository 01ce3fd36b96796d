package io.guanxi.crm.platform.security.service;

import io.guanxi.crm.platform.persistence.BatchInsert;
import io.guanxi.crm.platform.persistence.IdSequence;
import io.guanxi.crm.platform.persistence.Jdbc;
import io.guanxi.crm.platform.persistence.KeyQuery;
import io.guanxi.crm.platform.persistence.Rows;
import io.guanxi.crm.platform.security.Team;
import io.guanxi.crm.platform.security.TeamData;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The teams and who is in them. */
final class TeamTable {

    private static final String MEMBERS = "SELECT M.TEAM_ID, M.USER_ID FROM CRM_SECURITY_TEAM_MEMBER M";

    private final Jdbc jdbc;
    private final IdSequence ids = new IdSequence("CRM_SECURITY_TEAM_SEQ");

    TeamTable(Jdbc jdbc) {
        this.jdbc = jdbc;
    }

    private record Membership(long team, long user) {}

    List<Team> all() {
        Map<Long, Set<Long>> members = byTeam(jdbc.list(MEMBERS, Jdbc.NONE, TeamTable::membership));
        return jdbc.list("SELECT * FROM CRM_SECURITY_TEAM ORDER BY ID", Jdbc.NONE, row -> team(row, members));
    }

    Optional<Team> find(long id) {
        Map<Long, Set<Long>> members =
                byTeam(jdbc.list(MEMBERS + " WHERE M.TEAM_ID = ?", s -> s.setLong(1, id), TeamTable::membership));
        return jdbc.first(
                "SELECT * FROM CRM_SECURITY_TEAM WHERE ID = ?", s -> s.setLong(1, id), row -> team(row, members));
    }

    /** The teams that a user is in. */
    Set<Long> of(long user) {
        return new HashSet<>(jdbc.list(
                "SELECT TEAM_ID FROM CRM_SECURITY_TEAM_MEMBER WHERE USER_ID = ?",
                s -> s.setLong(1, user),
                row -> row.getLong(1)));
    }

    /** Those of these users that there are. */
    Set<Long> known(Collection<Long> users) {
        return jdbc.with(connection -> {
            Set<Long> found = new HashSet<>();
            KeyQuery.visit(
                    connection,
                    "SELECT U.ID FROM CRM_SECURITY_USER U WHERE U.ID",
                    users,
                    row -> found.add(row.getLong(1)));
            return found;
        });
    }

    long insert(TeamData data, String by, Instant now) {
        long id = jdbc.with(ids::next);
        jdbc.update(
                "INSERT INTO CRM_SECURITY_TEAM (ID, VERSION, NAME, CREATED_AT, CREATED_BY, UPDATED_AT, UPDATED_BY)"
                        + " VALUES (?, 1, ?, ?, ?, ?, ?)",
                s -> {
                    s.setLong(1, id);
                    s.setString(2, data.name());
                    Rows.setInstant(s, 3, now);
                    s.setString(4, by);
                    Rows.setInstant(s, 5, now);
                    s.setString(6, by);
                });
        join(id, data.members());
        return id;
    }

    void update(long id, TeamData data, String by, Instant now) {
        jdbc.update(
                "UPDATE CRM_SECURITY_TEAM SET VERSION = VERSION + 1, NAME = ?, UPDATED_AT = ?, UPDATED_BY = ?"
                        + " WHERE ID = ?",
                s -> {
                    s.setString(1, data.name());
                    Rows.setInstant(s, 2, now);
                    s.setString(3, by);
                    s.setLong(4, id);
                });
        leave(id);
        join(id, data.members());
    }

    void delete(long id) {
        leave(id);
        jdbc.update("DELETE FROM CRM_SECURITY_TEAM WHERE ID = ?", s -> s.setLong(1, id));
    }

    private void leave(long id) {
        jdbc.update("DELETE FROM CRM_SECURITY_TEAM_MEMBER WHERE TEAM_ID = ?", s -> s.setLong(1, id));
    }

    private void join(long id, Set<Long> members) {
        jdbc.with(connection -> {
            BatchInsert rows = BatchInsert.of(connection, "CRM_SECURITY_TEAM_MEMBER", List.of("TEAM_ID", "USER_ID"));
            members.forEach(member -> rows.add((s, first) -> {
                s.setLong(first, id);
                s.setLong(first + 1, member);
            }));
            rows.write();
            return id;
        });
    }

    private static Map<Long, Set<Long>> byTeam(List<Membership> memberships) {
        Map<Long, Set<Long>> members = new HashMap<>();
        memberships.forEach(one ->
                members.computeIfAbsent(one.team(), team -> new HashSet<>()).add(one.user()));
        return members;
    }

    private static Membership membership(ResultSet row) throws SQLException {
        return new Membership(row.getLong(1), row.getLong(2));
    }

    private static Team team(ResultSet row, Map<Long, Set<Long>> members) throws SQLException {
        long id = row.getLong("ID");
        return new Team(
                id,
                row.getLong("VERSION"),
                new TeamData(row.getString("NAME"), members.getOrDefault(id, Set.of())),
                Rows.instant(row, "CREATED_AT"),
                row.getString("CREATED_BY"),
                Rows.instant(row, "UPDATED_AT"),
                row.getString("UPDATED_BY"));
    }
}
