package io.guanxi.crm.platform.security.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.guanxi.crm.platform.problem.FieldError;
import io.guanxi.crm.platform.problem.ForbiddenException;
import io.guanxi.crm.platform.problem.InvalidValueException;
import io.guanxi.crm.platform.problem.Text;
import io.guanxi.crm.platform.problem.UnavailableException;
import io.guanxi.crm.platform.security.Action;
import io.guanxi.crm.platform.security.Caller;
import io.guanxi.crm.platform.security.Callers;
import io.guanxi.crm.platform.security.FieldRight;
import io.guanxi.crm.platform.security.FieldRights;
import io.guanxi.crm.platform.security.Reach;
import io.guanxi.crm.platform.security.Role;
import io.guanxi.crm.platform.security.RoleData;
import io.guanxi.crm.platform.testing.TestDatabase;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.junit.runner.RunWith;
import org.junit.runners.Parameterized;
import org.junit.runners.Parameterized.Parameters;

@RunWith(Parameterized.class)
public class FieldRightsTest {

    private static final String TYPE = "announcement";

    @Rule
    public final TestDatabase database;

    private Household house;

    public FieldRightsTest(String name, Supplier<TestDatabase> databases) {
        database = databases.get();
    }

    @Parameters(name = "{0}")
    public static List<Object[]> databases() {
        return Household.databases();
    }

    @Before
    public void open() {
        house = new Household(database);
    }

    @Test
    public void aRoleWithoutLimitsSeesEveryField() {
        role("plain", Set.of(Action.READ, Action.UPDATE), Map.of());

        assertThat(rights("plain").everything()).isTrue();
    }

    @Test
    public void personalFieldsAreLimitedAsAWholeButThoseWithARightOfTheirOwn() {
        role(
                "shy",
                Set.of(Action.READ, Action.UPDATE),
                Map.of(RoleData.PERSONAL, FieldRight.NONE, "phone", FieldRight.MASK));

        FieldRights rights = rights("shy");

        assertThat(rights.of("phone")).isEqualTo(FieldRight.MASK);
        assertThat(rights.of("email")).isEqualTo(FieldRight.NONE);
        assertThat(rights.of("text")).isEqualTo(FieldRight.WRITE);
    }

    @Test
    public void ofSeveralRolesTheMostCountsFieldByField() {
        role("one", Set.of(Action.READ, Action.UPDATE), Map.of("phone", FieldRight.NONE, "email", FieldRight.READ));
        role("two", Set.of(Action.READ, Action.UPDATE), Map.of("phone", FieldRight.MASK, "email", FieldRight.NONE));

        FieldRights rights = rights("one", "two");

        assertThat(rights.of("phone")).isEqualTo(FieldRight.MASK);
        assertThat(rights.of("email")).isEqualTo(FieldRight.READ);
    }

    @Test
    public void aRoleThatOnlyReadsGivesNoOtherTheRightToWriteAField() {
        role("writer", Set.of(Action.READ, Action.UPDATE), Map.of("phone", FieldRight.NONE));
        role("reader", Set.of(Action.READ), Map.of());

        assertThat(rights("writer", "reader").of("phone")).isEqualTo(FieldRight.READ);
    }

    @Test
    public void aRoleForOtherRecordsGivesNothing() {
        role("writer", Set.of(Action.READ, Action.UPDATE), Map.of("phone", FieldRight.NONE));

        assertThat(rights("writer", "analyst").of("phone")).isEqualTo(FieldRight.NONE);
    }

    @Test
    public void aChangeIsInForceWithTheNextRequest() {
        Role role = role("shy", Set.of(Action.READ), Map.of("phone", FieldRight.NONE));
        assertThat(rights("shy").of("phone")).isEqualTo(FieldRight.NONE);

        Role changed = administrator(() -> house.roles.change(
                role.id(),
                role.version(),
                data -> new RoleData(data.code(), data.label(), data.grants(), data.reach(), Map.of())));

        assertThat(changed.data().fields()).isEmpty();
        assertThat(rights("shy").everything()).isTrue();
    }

    @Test
    public void fieldsThatAreNotThereAreNamed() {
        InvalidValueException refused = catchThrowableOfType(
                InvalidValueException.class,
                () -> house.role(data(
                        "wrong",
                        Set.of(Action.READ),
                        Map.of(TYPE, Map.of("fax", FieldRight.NONE), "costomer", Map.of("phone", FieldRight.NONE)))));

        assertThat(refused.errors())
                .extracting(FieldError::field)
                .containsExactlyInAnyOrder("fields.announcement.fax", "fields.costomer");
        assertThat(administrator(house.roles::list))
                .extracting(role -> role.data().code())
                .doesNotContain("wrong");
    }

    @Test
    public void aRightToWriteIsKeptOnlyWhereItSaysSomething() {
        Role needless = role("needless", Set.of(Action.READ), Map.of("phone", FieldRight.WRITE));
        Role needed = role(
                "needed",
                Set.of(Action.READ, Action.UPDATE),
                Map.of(RoleData.PERSONAL, FieldRight.NONE, "phone", FieldRight.WRITE));

        assertThat(needless.data().fields()).isEmpty();
        assertThat(needed.data().fields().get(TYPE)).containsEntry("phone", FieldRight.WRITE);
        assertThat(rights("needed").of("phone")).isEqualTo(FieldRight.WRITE);
    }

    @Test
    public void whoIsKeptFromAFieldCanGiveItToNoRole() {
        administrator(() -> house.roles.create(new RoleData(
                "keeper",
                new Text("Keeper", "管理"),
                Map.of("role", Set.of(Action.READ, Action.CONFIGURE), TYPE, Set.of(Action.READ)),
                Reach.ALL,
                Map.of(TYPE, Map.of("phone", FieldRight.MASK)))));
        Caller keeper = new Caller("keeper", Set.of("keeper"));

        ForbiddenException refused = catchThrowableOfType(
                ForbiddenException.class,
                () -> Callers.callAs(keeper, () -> house.roles.create(data("more", Set.of(Action.READ), Map.of()))));
        Role same = Callers.callAs(
                keeper,
                () -> house.roles.create(
                        data("same", Set.of(Action.READ), Map.of(TYPE, Map.of("phone", FieldRight.NONE)))));

        assertThat(refused).isNotNull();
        assertThat(same.data().fields().get(TYPE)).containsEntry("phone", FieldRight.NONE);
    }

    @Test
    public void limitsOfATypeThatHasNotBeenSeenYetLetNobodyPass() {
        role("shy", Set.of(Action.READ), Map.of("phone", FieldRight.NONE));
        RoleMemory justStarted = new RoleMemory(database.jdbc(), house.clock, house.edition, new KnownTypes());

        UnavailableException refused = catchThrowableOfType(
                UnavailableException.class, () -> justStarted.fields(new Caller("x", Set.of("shy")), TYPE));

        assertThat(refused).isNotNull();
    }

    private FieldRights rights(String... roles) {
        return Callers.callAs(new Caller("somebody", Set.of(roles)), () -> house.access.fields(TYPE));
    }

    private Role role(String code, Set<Action> actions, Map<String, FieldRight> fields) {
        return house.role(data(code, actions, Map.of(TYPE, fields)));
    }

    private static RoleData data(String code, Set<Action> actions, Map<String, Map<String, FieldRight>> fields) {
        return new RoleData(code, new Text(code, code), Map.of(TYPE, actions), Reach.ALL, fields);
    }

    private static <T> T administrator(Supplier<T> work) {
        return Household.as("setup", work);
    }
}
