package io.guanxi.crm.platform.security.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.guanxi.crm.platform.problem.ConflictException;
import io.guanxi.crm.platform.problem.ForbiddenException;
import io.guanxi.crm.platform.problem.InvalidValueException;
import io.guanxi.crm.platform.problem.StaleVersionException;
import io.guanxi.crm.platform.security.Action;
import io.guanxi.crm.platform.security.Caller;
import io.guanxi.crm.platform.security.Callers;
import io.guanxi.crm.platform.security.Department;
import io.guanxi.crm.platform.security.Holder;
import io.guanxi.crm.platform.security.Team;
import io.guanxi.crm.platform.security.TeamData;
import io.guanxi.crm.platform.security.Teams;
import io.guanxi.crm.platform.security.UnknownTeamException;
import io.guanxi.crm.platform.security.User;
import io.guanxi.crm.platform.testing.SignedIn;
import io.guanxi.crm.platform.testing.TestDatabase;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.Rule;
import org.junit.Test;
import org.junit.runner.RunWith;
import org.junit.runners.Parameterized;
import org.junit.runners.Parameterized.Parameters;

@RunWith(Parameterized.class)
public class TeamsTest {

    @Rule
    public final TestDatabase database;

    @Rule
    public final SignedIn administrator = SignedIn.administrator();

    private final Household house;

    public TeamsTest(String name, Supplier<TestDatabase> database) {
        this.database = database.get();
        this.house = new Household(this.database);
    }

    @Parameters(name = "{0}")
    public static List<Object[]> databases() {
        return Household.databases();
    }

    @Test
    public void areKeptWithTheirMembers() {
        User ada = house.user("ada", "sales");
        User eve = house.user("eve", "service");
        Team pilots = make("试点", ada);
        make("Key accounts");

        assertThat(pilots.version()).isEqualTo(1);
        assertThat(house.teams.list()).extracting(team -> team.data().name()).containsExactly("Key accounts", "试点");
        Team grown = house.teams.change(pilots.id(), 1, data -> new TeamData("试点组", Set.of(ada.id(), eve.id())));
        assertThat(house.teams.find(pilots.id())).contains(grown);
        assertThat(grown.version()).isEqualTo(2);
        assertThat(grown.data().members()).containsExactlyInAnyOrder(ada.id(), eve.id());
        assertThat(house.teams.change(pilots.id(), 2, data -> data)).isEqualTo(grown);
        assertThatThrownBy(() -> house.teams.change(pilots.id(), 1, data -> data))
                .isInstanceOf(StaleVersionException.class);
        house.teams.delete(pilots.id());
        assertThat(house.teams.find(pilots.id())).isEmpty();
        assertThatThrownBy(() -> house.teams.delete(pilots.id())).isInstanceOf(UnknownTeamException.class);
    }

    @Test
    public void refuseWhatTheyCantBe() {
        User ada = house.user("ada", "sales");
        Team pilots = make("Pilots", ada);

        assertThat(field(() -> make(" "))).isEqualTo("name");
        assertThat(field(() -> make("x".repeat(101)))).isEqualTo("name");
        assertThat(field(() -> create("x", Set.of(ada.id(), 4711L)))).isEqualTo("memberIds");
        Set<Long> many = LongStream.rangeClosed(1, Teams.LARGEST + 1).boxed().collect(Collectors.toSet());
        assertThat(field(() -> create("x", many))).isEqualTo("memberIds");
        assertThatThrownBy(() -> make("ＰＩＬＯＴＳ")).isInstanceOf(ConflictException.class);
        // one character that becomes eighteen where names are compared
        Team longest = make("\ufdfa".repeat(100));
        assertThat(house.teams.find(longest.id()).orElseThrow().data().name()).hasSize(100);
        assertThat(house.teams
                        .change(pilots.id(), 1, data -> new TeamData("pilots", data.members()))
                        .data()
                        .name())
                .isEqualTo("pilots");
        assertThat(house.teams.list()).hasSize(2);
    }

    @Test
    public void areReadByManyAndChangedByFew() {
        Team pilots = make("Pilots");
        Callers.runAs(new Caller("eve", Set.of("sales")), () -> {
            assertThat(house.teams.list()).containsExactly(pilots);
            assertThatThrownBy(() -> make("x")).isInstanceOf(ForbiddenException.class);
            assertThatThrownBy(() -> house.teams.change(pilots.id(), 1, data -> data))
                    .isInstanceOf(ForbiddenException.class);
            assertThatThrownBy(() -> house.teams.delete(pilots.id())).isInstanceOf(ForbiddenException.class);
        });
        Callers.runAs(new Caller("eve", Set.of("nothing")), () -> {
            assertThatThrownBy(house.teams::list).isInstanceOf(ForbiddenException.class);
            assertThatThrownBy(() -> house.teams.find(pilots.id())).isInstanceOf(ForbiddenException.class);
        });
        assertThat(house.teams.list()).containsExactly(pilots);
    }

    @Test
    public void whoJoinsOrLeavesDoesSoWithTheNextRequest() {
        User ada = house.user("ada", "sales");
        Household elsewhere = new Household(database);
        Team pilots = make("Pilots");
        assertThat(holders(house, ada)).containsExactly(Holder.user(ada.id()));
        assertThat(holders(elsewhere, ada)).containsExactly(Holder.user(ada.id()));

        house.teams.change(pilots.id(), 1, data -> new TeamData(data.name(), Set.of(ada.id())));

        assertThat(holders(house, ada)).containsExactlyInAnyOrder(Holder.user(ada.id()), Holder.team(pilots.id()));
        elsewhere.clock.advance(Duration.ofSeconds(2));
        assertThat(holders(elsewhere, ada)).contains(Holder.team(pilots.id()));

        house.teams.change(pilots.id(), 2, data -> new TeamData(data.name(), Set.of()));

        assertThat(holders(house, ada)).containsExactly(Holder.user(ada.id()));
        elsewhere.clock.advance(Duration.ofSeconds(2));
        assertThat(holders(elsewhere, ada)).containsExactly(Holder.user(ada.id()));
    }

    @Test
    public void endWhatWasSharedWithThem() {
        List<Holder> ended = new ArrayList<>();
        house.sharing.add(ended::add);
        Team pilots = make("Pilots", house.user("ada", "sales"));
        Department east = house.department("华东区", Optional.empty());

        house.teams.delete(pilots.id());
        house.departments.delete(east.id());

        assertThat(ended).containsExactly(Holder.team(pilots.id()), Holder.department(east.id()));
    }

    @Test
    public void stayWhereTheirSharesCantBeEnded() {
        Team pilots = make("Pilots", house.user("ada", "sales"));
        house.sharing.add(holder -> {
            throw new IllegalStateException("no");
        });

        assertThatThrownBy(() -> house.teams.delete(pilots.id())).isInstanceOf(IllegalStateException.class);

        assertThat(house.teams.find(pilots.id())).contains(pilots);
    }

    private static Set<Holder> holders(Household node, User user) {
        Caller caller = new Caller(user.data().name(), user.data().roles(), Optional.of(user.id()), Optional.empty());
        return Callers.callAs(
                caller, () -> node.access.scope(Action.READ, "customer").holders());
    }

    private static String field(org.assertj.core.api.ThrowableAssert.ThrowingCallable work) {
        return catchThrowableOfType(InvalidValueException.class, work)
                .errors()
                .get(0)
                .field();
    }

    private Team make(String name, User... members) {
        return create(name, List.of(members).stream().map(User::id).collect(Collectors.toSet()));
    }

    private Team create(String name, Set<Long> members) {
        return house.teams.create(new TeamData(name, members));
    }
}
