package io.guanxi.crm.platform.security.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.guanxi.crm.platform.problem.ConflictException;
import io.guanxi.crm.platform.problem.ForbiddenException;
import io.guanxi.crm.platform.problem.InvalidValueException;
import io.guanxi.crm.platform.problem.NotSignedInException;
import io.guanxi.crm.platform.problem.StaleVersionException;
import io.guanxi.crm.platform.problem.Text;
import io.guanxi.crm.platform.security.Action;
import io.guanxi.crm.platform.security.Caller;
import io.guanxi.crm.platform.security.Callers;
import io.guanxi.crm.platform.security.GuardedType;
import io.guanxi.crm.platform.security.Reach;
import io.guanxi.crm.platform.security.Role;
import io.guanxi.crm.platform.security.RoleData;
import io.guanxi.crm.platform.security.ShippedRole;
import io.guanxi.crm.platform.security.UnknownRoleException;
import io.guanxi.crm.platform.testing.SignedIn;
import io.guanxi.crm.platform.testing.TestDatabase;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.Rule;
import org.junit.Test;
import org.junit.runner.RunWith;
import org.junit.runners.Parameterized;
import org.junit.runners.Parameterized.Parameters;

@RunWith(Parameterized.class)
public class RolesTest {

    @Rule
    public final TestDatabase database;

    @Rule
    public final SignedIn administrator = SignedIn.administrator();

    private final Household house;

    public RolesTest(String name, Supplier<TestDatabase> database) {
        this.database = database.get();
        this.house = new Household(this.database);
    }

    @Parameters(name = "{0}")
    public static List<Object[]> databases() {
        return Household.databases();
    }

    @Test
    public void someAreThereFromTheStart() {
        assertThat(house.roles.list())
                .extracting(role -> role.data().code())
                .containsExactly(
                        Stream.of(ShippedRole.values()).map(ShippedRole::code).toArray(String[]::new));
        assertThat(house.roles.list()).allMatch(role -> role.shipped() && !role.changed());
        assertThat(role("sales").data().label()).isEqualTo(new Text("Sales", "销售"));
    }

    @Test
    public void allowWhatTheySay() {
        assertThat(allowed(Caller.ADMINISTRATOR, "customer")).containsExactly(Action.values());
        assertThat(allowed("manager", "customer"))
                .containsExactly(
                        Action.READ,
                        Action.CREATE,
                        Action.UPDATE,
                        Action.ARCHIVE,
                        Action.IMPORT,
                        Action.EXPORT,
                        Action.BULK,
                        Action.MERGE,
                        Action.SHARE);
        assertThat(allowed("auditor", "customer")).containsExactly(Action.READ);
        assertThat(allowed("auditor", "event")).containsExactly(Action.READ);
        assertThat(allowed("analyst", "customer")).isEmpty();
        assertThat(allowed("analyst", "figure")).containsExactly(Action.READ);
        assertThat(allowed("sales", "customer")).doesNotContain(Action.EXPORT, Action.CONFIGURE);
    }

    @Test
    public void allowNothingThatTheyDontSay() {
        for (ShippedRole role : ShippedRole.values()) {
            if (role != ShippedRole.ADMINISTRATOR) {
                assertThat(allowed(role.code(), "announcement")).isEmpty();
                assertThat(allowed(role.code(), "")).isEmpty();
                assertThat(allowed(role.code(), "Customer")).isEmpty();
                assertThat(allowed(role.code(), "user")).doesNotContain(Action.CONFIGURE);
            }
        }
        for (String stranger : List.of("staff", "viewer", "nothing", "", "ADMINISTRATOR", "Administrator")) {
            assertThat(allowed(stranger, "customer")).isEmpty();
        }
        Callers.bind(null);
        assertThatThrownBy(() -> house.access.require(Action.READ, "customer"))
                .isInstanceOf(NotSignedInException.class);
    }

    @Test
    public void allowTogetherWhatEachAllows() {
        Callers.runAs(new Caller("eve", Set.of("analyst", "auditor", "nothing")), () -> {
            house.access.require(Action.READ, "customer");
            house.access.require(Action.EXPORT, "report");
            assertThatThrownBy(() -> house.access.require(Action.EXPORT, "customer"))
                    .isInstanceOf(ForbiddenException.class);
        });
    }

    @Test
    public void aChangeIsInForceAtOnceAndOnOtherNodesWithinTwoSeconds() {
        Household other = new Household(database);
        assertThat(allowed("sales", "customer")).contains(Action.READ);
        Callers.runAs(new Caller("eve", Set.of("sales")), () -> other.access.require(Action.READ, "customer"));

        Role sales = role("sales");
        house.roles.change(sales.id(), sales.version(), data -> data.with(Map.of("order", Set.of(Action.READ))));

        assertThat(allowed("sales", "customer")).isEmpty();
        other.clock.advance(Duration.ofSeconds(2));
        Callers.runAs(new Caller("eve", Set.of("sales")), () -> assertThatThrownBy(
                        () -> other.access.require(Action.READ, "customer"))
                .isInstanceOf(ForbiddenException.class));
    }

    @Test
    public void aShippedOneCanBeChangedAndReset() {
        Role sales = role("sales");

        Role changed = house.roles.change(
                sales.id(),
                sales.version(),
                data -> new RoleData(
                        data.code(),
                        new Text("Seller", "销售员"),
                        Map.of("customer", Set.of(Action.READ, Action.EXPORT)),
                        Reach.DEPARTMENT));

        assertThat(changed.changed()).isTrue();
        assertThat(changed.version()).isEqualTo(sales.version() + 1);
        assertThat(allowed("sales", "customer")).containsExactly(Action.READ, Action.EXPORT);
        assertThatThrownBy(() -> house.roles.change(sales.id(), sales.version(), data -> data))
                .isInstanceOf(StaleVersionException.class);
        Role reset = house.roles.reset(sales.id());
        assertThat(reset.changed()).isFalse();
        assertThat(reset.data()).isEqualTo(sales.data());
        assertThat(allowed("sales", "customer")).contains(Action.CREATE);
        assertThat(conflict(() -> house.roles.delete(sales.id()))).isEqualTo("shipped-role");
    }

    @Test
    public void theAdministratorStaysAsItIs() {
        Role fixed = role(Caller.ADMINISTRATOR);

        assertThat(conflict(() -> house.roles.change(fixed.id(), fixed.version(), data -> data)))
                .isEqualTo("fixed-role");
        assertThat(conflict(() -> house.roles.reset(fixed.id()))).isEqualTo("fixed-role");
        assertThat(conflict(() -> house.roles.delete(fixed.id()))).isEqualTo("fixed-role");
    }

    @Test
    public void ownOnesComeAndGo() {
        Role made = house.roles.create(editors(Map.of("announcement", Set.of(Action.READ, Action.UPDATE))));

        assertThat(made.shipped()).isFalse();
        assertThat(house.roles.find(made.id())).contains(made);
        assertThat(allowed("editors", "announcement")).containsExactly(Action.READ, Action.UPDATE);
        assertThat(conflict(() -> house.roles.create(editors(Map.of())))).isEqualTo("code-taken");
        assertThat(conflict(() -> house.roles.reset(made.id()))).isEqualTo("own-role");
        house.user("ada", "editors");
        assertThat(conflict(() -> house.roles.delete(made.id()))).isEqualTo("role-in-use");
        house.users.change(house.users.named("ada").orElseThrow().id(), 1, data -> data.withRoles(Set.of("sales")));
        house.roles.delete(made.id());
        assertThat(allowed("editors", "announcement")).isEmpty();
        assertThatThrownBy(() -> house.roles.delete(made.id())).isInstanceOf(UnknownRoleException.class);
    }

    @Test
    public void nameEverythingThatIsWrong() {
        RoleData wrong =
                new RoleData("A b", new Text("", "x".repeat(61)), Map.of("custmer", Set.of(Action.READ)), Reach.ALL);

        InvalidValueException e = catchThrowableOfType(InvalidValueException.class, () -> house.roles.create(wrong));

        assertThat(e.errors()).extracting("field").containsExactly("code", "label.en", "label.zh", "grants.custmer");
    }

    @Test
    public void theirTypesHaveNamesAlsoThoseOfModulesThatAreAway() {
        assertThat(house.roles.types())
                .extracting(GuardedType::code)
                .contains("announcement", "user", "role", "department", "customer", "order")
                .isSorted();
        GuardedType announcement = type("announcement");
        assertThat(announcement.label().zh()).isEqualTo("公告");
        assertThat(announcement.actions()).contains(Action.READ, Action.MERGE).doesNotContain(Action.CONFIGURE);
        assertThat(type("customer").label().zh()).isEqualTo("customer");
    }

    @Test
    public void nobodyGivesARoleMoreThanTheyHave() {
        house.roles.create(new RoleData(
                "role-keeper",
                new Text("Role keeper", "角色管理员"),
                Map.of("role", Set.of(Action.READ, Action.CONFIGURE), "announcement", Set.of(Action.READ)),
                Reach.DEPARTMENT));
        Role sales = role("sales");

        Callers.runAs(new Caller("eve", Set.of("role-keeper")), () -> {
            assertThatThrownBy(() -> house.roles.create(editors(Map.of("announcement", Set.of(Action.UPDATE)))))
                    .isInstanceOf(ForbiddenException.class);
            assertThatThrownBy(() -> house.roles.change(sales.id(), sales.version(), data -> data.with(Map.of())))
                    .isInstanceOf(ForbiddenException.class);
            house.roles.create(editors(Map.of("announcement", Set.of(Action.READ))));
        });
        Callers.runAs(new Caller("eve", Set.of("manager")), () -> assertThatThrownBy(house.roles::list)
                .isInstanceOf(ForbiddenException.class));
        assertThat(role("sales")).isEqualTo(sales);
    }

    private static RoleData editors(Map<String, Set<Action>> grants) {
        return new RoleData("editors", new Text("Editors", "编辑"), grants, Reach.DEPARTMENT);
    }

    private GuardedType type(String code) {
        return house.roles.types().stream()
                .filter(type -> type.code().equals(code))
                .findFirst()
                .orElseThrow();
    }

    private Role role(String code) {
        return house.roles.list().stream()
                .filter(role -> role.data().code().equals(code))
                .findFirst()
                .orElseThrow();
    }

    private static String conflict(ThrowingCallable work) {
        return catchThrowableOfType(ConflictException.class, work).code();
    }

    private List<Action> allowed(String role, String recordType) {
        return Callers.callAs(new Caller("eve", Set.of(role)), () -> Stream.of(Action.values())
                .filter(action -> {
                    try {
                        house.access.require(action, recordType);
                        return true;
                    } catch (ForbiddenException e) {
                        return false;
                    }
                })
                .toList());
    }
}
