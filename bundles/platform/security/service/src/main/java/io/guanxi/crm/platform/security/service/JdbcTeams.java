package io.guanxi.crm.platform.security.service;

import io.guanxi.crm.platform.persistence.Jdbc;
import io.guanxi.crm.platform.problem.ConflictException;
import io.guanxi.crm.platform.problem.FieldError;
import io.guanxi.crm.platform.problem.FieldErrors;
import io.guanxi.crm.platform.problem.StaleVersionException;
import io.guanxi.crm.platform.security.Callers;
import io.guanxi.crm.platform.security.Holder;
import io.guanxi.crm.platform.security.Team;
import io.guanxi.crm.platform.security.TeamData;
import io.guanxi.crm.platform.security.Teams;
import io.guanxi.crm.platform.security.UnknownTeamException;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import javax.sql.DataSource;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Teams in the database. */
@Component
public class JdbcTeams implements Teams {

    private static final int LONGEST_NAME = 100;

    private final TeamTable table;
    private final Administration administration;
    private final Sharing sharing;
    private final Clock clock;

    @Activate
    public JdbcTeams(
            @Reference(target = "(osgi.jndi.service.name=crm/security)") DataSource dataSource,
            @Reference Administration administration,
            @Reference Sharing sharing) {
        this(new Jdbc(dataSource), administration, sharing, Clock.systemUTC());
    }

    JdbcTeams(Jdbc jdbc, Administration administration, Sharing sharing, Clock clock) {
        this.table = new TeamTable(jdbc);
        this.administration = administration;
        this.sharing = sharing;
        this.clock = clock;
    }

    @Override
    public List<Team> list() {
        administration.requireRead(OwnTypes.TEAM);
        return table.all().stream()
                .sorted(Comparator.comparing(
                                (Team team) -> Login.key(team.data().name()))
                        .thenComparing(Team::id))
                .toList();
    }

    @Override
    public Optional<Team> find(long id) {
        administration.requireRead(OwnTypes.TEAM);
        return table.find(id);
    }

    @Override
    public Team create(TeamData data) {
        return administration.change(OwnTypes.TEAM, () -> {
            TeamData clean = clean(data, Optional.empty());
            Team made = stored(table.insert(clean, caller(), clock.instant()));
            administration.told(OwnTypes.TEAM, made.id(), Optional.empty(), Optional.of(clean));
            return made;
        });
    }

    @Override
    public Team change(long id, long version, UnaryOperator<TeamData> change) {
        return administration.change(OwnTypes.TEAM, () -> {
            Team before = stored(id);
            if (before.version() != version) {
                throw new StaleVersionException();
            }
            TeamData clean = clean(change.apply(before.data()), Optional.of(id));
            if (clean.equals(before.data())) {
                return before;
            }
            table.update(id, clean, caller(), clock.instant());
            administration.told(OwnTypes.TEAM, id, Optional.of(before.data()), Optional.of(clean));
            return stored(id);
        });
    }

    @Override
    public void delete(long id) {
        administration.change(OwnTypes.TEAM, () -> {
            Team gone = stored(id);
            sharing.withdrawAll(Holder.team(id));
            table.delete(id);
            administration.told(OwnTypes.TEAM, id, Optional.of(gone.data()), Optional.empty());
            return id;
        });
    }

    private TeamData clean(TeamData data, Optional<Long> itself) {
        FieldErrors errors = new FieldErrors();
        String name = errors.required("name", data.name(), LONGEST_NAME);
        if (data.members().size() > LARGEST) {
            errors.add(
                    "memberIds",
                    "too-many",
                    "A team has at most " + LARGEST + " members.",
                    "团队最多 " + LARGEST + " 名成员。");
        } else if (!table.known(data.members()).containsAll(data.members())) {
            errors.add("memberIds", "unknown-user", "One of them is no user.", "其中有不存在的用户。");
        }
        errors.throwIfAny();
        requireFree(name, itself);
        return new TeamData(name, data.members());
    }

    private void requireFree(String name, Optional<Long> itself) {
        String key = Login.key(name);
        boolean taken = table.all().stream()
                .filter(team -> !itself.equals(Optional.of(team.id())))
                .anyMatch(team -> Login.key(team.data().name()).equals(key));
        if (taken) {
            throw new ConflictException(FieldError.of("name", "name-taken", "Another team has this name.", "已有同名团队。"));
        }
    }

    private Team stored(long id) {
        return table.find(id).orElseThrow(UnknownTeamException::new);
    }

    private static String caller() {
        return Callers.require().name();
    }
}
