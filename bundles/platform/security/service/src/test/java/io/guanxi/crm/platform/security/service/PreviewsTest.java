package io.guanxi.crm.platform.security.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.guanxi.crm.platform.audit.Act;
import io.guanxi.crm.platform.audit.ActKind;
import io.guanxi.crm.platform.modules.Neighbour;
import io.guanxi.crm.platform.problem.ForbiddenException;
import io.guanxi.crm.platform.problem.Text;
import io.guanxi.crm.platform.security.AccessPreview;
import io.guanxi.crm.platform.security.Action;
import io.guanxi.crm.platform.security.Caller;
import io.guanxi.crm.platform.security.Callers;
import io.guanxi.crm.platform.security.GuardedType;
import io.guanxi.crm.platform.security.Reach;
import io.guanxi.crm.platform.security.ReachedRecords;
import io.guanxi.crm.platform.security.Role;
import io.guanxi.crm.platform.security.RoleData;
import io.guanxi.crm.platform.security.UnknownRoleException;
import io.guanxi.crm.platform.security.UnknownUserException;
import io.guanxi.crm.platform.security.User;
import io.guanxi.crm.platform.testing.SignedIn;
import io.guanxi.crm.platform.testing.TestDatabase;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.junit.runner.RunWith;
import org.junit.runners.Parameterized;
import org.junit.runners.Parameterized.Parameters;

@RunWith(Parameterized.class)
public class PreviewsTest {

    @Rule
    public final TestDatabase database;

    @Rule
    public final SignedIn administrator = SignedIn.administrator();

    private final Household house;
    private final List<Act> acts = new ArrayList<>();

    @SuppressWarnings("NullAway.Init")
    private DecidedPreviews previews;

    public PreviewsTest(String name, Supplier<TestDatabase> database) {
        this.database = database.get();
        this.house = new Household(this.database);
    }

    @Parameters(name = "{0}")
    public static List<Object[]> databases() {
        return Household.databases();
    }

    @Before
    public void open() {
        house.types.add(() -> List.of(GuardedType.ofRecords("customer", new Text("Customer", "客户"))));
        previews = new DecidedPreviews(
                database.jdbc(), house.types, house.memory, house.access, Neighbour.fixed(new ListedTrail(acts)));
        previews.add(new ReachedRecords() {
            @Override
            public String recordType() {
                return "customer";
            }

            // A number that tells in whose name it was counted.
            @Override
            public long count() {
                return 1000 + Callers.require().user().orElse(0L);
            }
        });
    }

    @Test
    public void everyCellIsWhatIsDecidedForTheUserThemselves() {
        long east = house.department("华东区", Optional.empty()).id();
        for (String role : List.of("manager", "sales", "service", "analyst", "auditor", Caller.ADMINISTRATOR)) {
            User user = house.user("of-" + role, role);
            house.users.change(user.id(), 1, data -> data.in(Optional.of(east)));

            AccessPreview preview = previews.ofUser(user.id());

            Map<String, Map<Action, Reach>> shown = new HashMap<>();
            preview.rights().forEach(rights -> shown.put(rights.type().code(), rights.actions()));
            Caller caller = new Caller(user.data().name(), Set.of(role), Optional.of(user.id()), Optional.of(east));
            for (GuardedType type : house.types.with(house.roles.list())) {
                for (Action action : type.actions()) {
                    assertThat(shown.getOrDefault(type.code(), Map.of()).containsKey(action))
                            .as(role + " " + type.code() + " " + action)
                            .isEqualTo(passes(caller, action, type.code()));
                }
            }
            assertThat(preview.reached())
                    .isEqualTo(role.equals("analyst") ? Map.of() : Map.of("customer", 1000 + user.id()));
        }
    }

    private boolean passes(Caller caller, Action action, String type) {
        try {
            Callers.runAs(caller, () -> house.access.require(action, type));
            return true;
        } catch (ForbiddenException e) {
            return false;
        }
    }

    @Test
    public void aRoleIsShownAsItStands() {
        Role sales = house.roles.list().stream()
                .filter(role -> role.data().code().equals("sales"))
                .findFirst()
                .orElseThrow();
        assertThat(customers(previews.ofRole(sales.id()))).containsEntry(Action.READ, Reach.OWN);

        house.roles.change(sales.id(), sales.version(), data -> data.with(Map.of("customer", Set.of(Action.UPDATE))));

        AccessPreview after = previews.ofRole(sales.id());
        assertThat(customers(after)).containsOnlyKeys(Action.UPDATE);
        assertThat(after.reached()).isEmpty();
        assertThatThrownBy(() -> previews.ofRole(4711)).isInstanceOf(UnknownRoleException.class);
        assertThatThrownBy(() -> previews.ofUser(4711)).isInstanceOf(UnknownUserException.class);
    }

    @Test
    public void theTrailTellsOfIt() {
        User ada = house.user("ada", "sales");
        previews.ofUser(ada.id());
        assertThat(acts).hasSize(1);
        assertThat(acts.get(0).kind()).isEqualTo(ActKind.READ);
        assertThat(acts.get(0).recordId()).contains(ada.id());
        assertThat(acts.get(0).detail()).containsEntry("preview", true);
    }

    @Test
    public void whoIsDisabledIsShownSo() {
        User ada = house.user("ada", "sales");
        house.users.change(ada.id(), 1, data -> data.enabled(false));
        assertThat(previews.ofUser(ada.id()).enabled()).isFalse();
    }

    @Test
    public void nobodyLearnsOfMoreThanTheyMay() {
        User ada = house.user("ada", "sales");
        User root = house.user("root", Caller.ADMINISTRATOR);
        house.roles.create(new RoleData(
                "keeper",
                new Text("Keeper", "管理"),
                Map.of(
                        "user", Set.of(Action.READ, Action.CONFIGURE),
                        "role", Set.of(Action.READ, Action.CONFIGURE),
                        "announcement", Set.of(Action.READ)),
                Reach.OWN));
        house.roles.create(new RoleData(
                "reader", new Text("Reader", "查看"), Map.of("announcement", Set.of(Action.READ)), Reach.OWN));
        User reader = house.user("reader", "reader");
        Callers.runAs(new Caller("eve", Set.of("sales")), () -> {
            assertThatThrownBy(() -> previews.ofUser(ada.id())).isInstanceOf(ForbiddenException.class);
            assertThatThrownBy(() -> previews.ofRole(1)).isInstanceOf(ForbiddenException.class);
        });
        Callers.runAs(new Caller("eve", Set.of("keeper")), () -> {
            assertThatThrownBy(() -> previews.ofUser(ada.id())).isInstanceOf(ForbiddenException.class);
            assertThatThrownBy(() -> previews.ofUser(root.id())).isInstanceOf(ForbiddenException.class);
            assertThat(previews.ofUser(reader.id()).reached()).isEmpty();
        });
        assertThat(acts).hasSize(1);
    }

    private static Map<Action, Reach> customers(AccessPreview preview) {
        return preview.rights().stream()
                .filter(rights -> rights.type().code().equals("customer"))
                .map(AccessPreview.Rights::actions)
                .findFirst()
                .orElse(Map.of());
    }
}
