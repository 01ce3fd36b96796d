package io.guanxi.crm.platform.security.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.guanxi.crm.platform.problem.ConflictException;
import io.guanxi.crm.platform.problem.ForbiddenException;
import io.guanxi.crm.platform.problem.InvalidValueException;
import io.guanxi.crm.platform.problem.StaleVersionException;
import io.guanxi.crm.platform.problem.Text;
import io.guanxi.crm.platform.query.Filter;
import io.guanxi.crm.platform.query.ListQuery;
import io.guanxi.crm.platform.query.SortOrder;
import io.guanxi.crm.platform.security.Action;
import io.guanxi.crm.platform.security.Caller;
import io.guanxi.crm.platform.security.Callers;
import io.guanxi.crm.platform.security.LastAdministratorException;
import io.guanxi.crm.platform.security.Reach;
import io.guanxi.crm.platform.security.RoleData;
import io.guanxi.crm.platform.security.UnknownUserException;
import io.guanxi.crm.platform.security.User;
import io.guanxi.crm.platform.security.UserData;
import io.guanxi.crm.platform.testing.SignedIn;
import io.guanxi.crm.platform.testing.TestDatabase;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.Rule;
import org.junit.Test;
import org.junit.runner.RunWith;
import org.junit.runners.Parameterized;
import org.junit.runners.Parameterized.Parameters;

@RunWith(Parameterized.class)
public class UsersTest {

    @Rule
    public final TestDatabase database;

    @Rule
    public final SignedIn administrator = SignedIn.administrator();

    private final Household house;

    public UsersTest(String name, Supplier<TestDatabase> database) {
        this.database = database.get();
        this.house = new Household(this.database);
    }

    @Parameters(name = "{0}")
    public static List<Object[]> databases() {
        return Household.databases();
    }

    @Test
    public void keepsWhatItIsTold() {
        long sales = house.department("销售部", Optional.empty()).id();
        UserData data = new UserData(
                "ada",
                Optional.of("艾达"),
                Optional.of("ada@example.org"),
                Optional.of(sales),
                Set.of("sales", "service"),
                true,
                Optional.of("zh-CN"),
                Optional.of("Asia/Shanghai"));

        User ada = house.users.create(data, Household.PASSWORD);

        assertThat(ada.data()).isEqualTo(data);
        assertThat(ada.createdBy()).isEqualTo("admin");
        assertThat(house.users.find(ada.id())).contains(ada);
        assertThat(house.users.named("ＡＤＡ")).contains(ada);
    }

    @Test
    public void givesANameOnceWhateverItsCaseAndWidth() {
        house.user("Ada", "sales");

        assertThatThrownBy(() -> house.user("ａDA", "sales")).isInstanceOf(ConflictException.class);
    }

    @Test
    public void namesEverythingThatIsWrong() {
        UserData wrong = new UserData(
                "a b",
                Optional.of("x".repeat(101)),
                Optional.of("nobody"),
                Optional.of(4711L),
                Set.of("root"),
                true,
                Optional.of("fr"),
                Optional.of("Mars/Olympus"));

        InvalidValueException e =
                catchThrowableOfType(InvalidValueException.class, () -> house.users.create(wrong, "short"));

        assertThat(e.errors())
                .extracting("field")
                .containsExactly(
                        "password", "name", "roles", "departmentId", "fullName", "email", "language", "timeZone");
        assertThatThrownBy(() -> house.user("x")).isInstanceOf(InvalidValueException.class);
    }

    @Test
    public void changesWhatWasReadAndNothingElse() {
        User ada = house.user("ada", "sales");

        User moved = house.users.change(ada.id(), ada.version(), data -> data.withRoles(Set.of("service")));

        assertThat(moved.version()).isEqualTo(ada.version() + 1);
        assertThat(moved.data().roles()).containsExactly("service");
        assertThatThrownBy(() -> house.users.change(ada.id(), ada.version(), data -> data.enabled(false)))
                .isInstanceOf(StaleVersionException.class);
        assertThatThrownBy(() -> house.users.change(4711, 1, data -> data)).isInstanceOf(UnknownUserException.class);
        assertThatThrownBy(
                        () -> house.users.change(ada.id(), moved.version(), data -> UserData.of("eve", data.roles())))
                .isInstanceOf(InvalidValueException.class);
        assertThat(house.users.find(ada.id())).contains(moved);
    }

    @Test
    public void findsUsersByWordRoleAndDepartment() {
        long sales = house.department("销售部", Optional.empty()).id();
        User ada = house.user("ada", "sales", "service");
        User bob = house.user("bob", "service");
        house.users.change(bob.id(), bob.version(), data -> data.in(Optional.of(sales)));

        assertThat(names("roles==sales")).containsExactly("ada");
        assertThat(names("roles==service")).containsExactly("ada", "bob");
        assertThat(names("departmentId==" + sales)).containsExactly("bob");
        assertThat(names("name==ADA")).containsExactly("ada");
        assertThat(names("enabled==false")).isEmpty();
        ListQuery all = ListQuery.all(SortOrder.parse("-name", house.users.fields()), 1);
        assertThat(house.users.list(all).rows().get(0).data().name()).isEqualTo("bob");
        assertThat(house.users.count(all)).isEqualTo(2);
        assertThat(house.users.list(all.search("AD")).rows())
                .extracting(User::id)
                .containsExactly(ada.id());
    }

    private List<String> names(String filter) {
        Filter parsed = Filter.parse(filter, house.users.fields(), house.clock, ZoneOffset.UTC);
        ListQuery query =
                ListQuery.all(SortOrder.parse("name", house.users.fields()), 50).where(parsed);
        return house.users.list(query).rows().stream()
                .map(user -> user.data().name())
                .toList();
    }

    @Test
    public void keepsTheLastAdministrator() {
        User ada = house.user("ada", Caller.ADMINISTRATOR);
        User bob = house.user("bob", Caller.ADMINISTRATOR);
        house.users.change(bob.id(), bob.version(), data -> data.enabled(false));

        assertThatThrownBy(() -> house.users.change(ada.id(), ada.version(), data -> data.enabled(false)))
                .isInstanceOf(LastAdministratorException.class);
        assertThatThrownBy(() -> house.users.change(ada.id(), ada.version(), data -> data.withRoles(Set.of("sales"))))
                .isInstanceOf(LastAdministratorException.class);
        assertThat(house.users.find(ada.id())).contains(ada);
    }

    @Test
    public void twoAdministratorsCantTakeEachOthersPlaceAtTheSameTime() throws Exception {
        for (int round = 0; round < 5; round++) {
            User ada = house.user("ada" + round, Caller.ADMINISTRATOR);
            User bob = house.user("bob" + round, Caller.ADMINISTRATOR);
            CountDownLatch start = new CountDownLatch(1);
            List<CompletableFuture<Boolean>> both = Stream.of(ada, bob)
                    .map(user -> CompletableFuture.supplyAsync(() -> demoted(user, start)))
                    .toList();
            start.countDown();

            assertThat(both.stream().filter(CompletableFuture::join)).hasSize(1);
            for (User user : List.of(ada, bob)) {
                User now = house.users.find(user.id()).orElseThrow();
                if (now.data().enabled()) {
                    house.user("next" + round, Caller.ADMINISTRATOR);
                    house.users.change(now.id(), now.version(), data -> data.enabled(false));
                    User next = house.users.named("next" + round).orElseThrow();
                    database.jdbc()
                            .update(
                                    "UPDATE CRM_SECURITY_USER SET ENABLED = 0 WHERE ID = ?",
                                    s -> s.setLong(1, next.id()));
                }
            }
        }
    }

    private boolean demoted(User user, CountDownLatch start) {
        return Household.as("race", () -> {
            try {
                start.await();
                house.users.change(user.id(), user.version(), data -> data.enabled(false));
                return true;
            } catch (LastAdministratorException e) {
                return false;
            } catch (InterruptedException e) {
                throw new CompletionException(e);
            }
        });
    }

    @Test
    public void areForThoseAloneWhoMayConfigureThem() {
        User ada = house.user("ada", "sales");
        for (String role : List.of("manager", "sales", "auditor", "nothing")) {
            Callers.runAs(new Caller("eve", Set.of(role)), () -> {
                assertThatThrownBy(() -> house.users.create(UserData.of("x", Set.of("sales")), Household.PASSWORD))
                        .isInstanceOf(ForbiddenException.class);
                assertThatThrownBy(() -> house.users.setPassword(ada.id(), "another long one"))
                        .isInstanceOf(ForbiddenException.class);
                assertThatThrownBy(() -> house.users.change(ada.id(), 1, data -> data.enabled(false)))
                        .isInstanceOf(ForbiddenException.class);
            });
        }
        assertThatThrownBy(() -> Callers.callAs(new Caller("eve", Set.of("sales")), () -> house.users.find(ada.id())))
                .isInstanceOf(ForbiddenException.class);
        assertThat(house.users.find(ada.id())).contains(ada);
    }

    @Test
    public void nobodyGivesMoreThanTheyHave() {
        User root = house.user("root", Caller.ADMINISTRATOR);
        house.roles.create(new RoleData(
                "personnel",
                new Text("Personnel", "人事"),
                Map.of("user", Set.of(Action.READ, Action.CONFIGURE)),
                Reach.ALL));
        Caller personnel = new Caller("pat", Set.of("personnel"));

        Callers.runAs(personnel, () -> {
            for (String role : List.of(Caller.ADMINISTRATOR, "sales")) {
                assertThatThrownBy(() -> house.users.create(UserData.of("x", Set.of(role)), Household.PASSWORD))
                        .isInstanceOf(ForbiddenException.class);
            }
            assertThatThrownBy(() -> house.users.setPassword(root.id(), "another long one"))
                    .isInstanceOf(ForbiddenException.class);
            assertThatThrownBy(() -> house.users.change(root.id(), root.version(), data -> data.enabled(false)))
                    .isInstanceOf(ForbiddenException.class);
            User colleague = house.users.create(UserData.of("y", Set.of("personnel")), Household.PASSWORD);
            house.users.setPassword(colleague.id(), "another long one");
        });
        assertThat(house.users.named("x")).isEmpty();
    }
}
