package io.guanxi.crm.platform.security.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.guanxi.crm.platform.problem.ForbiddenException;
import io.guanxi.crm.platform.problem.NotSignedInException;
import io.guanxi.crm.platform.problem.Text;
import io.guanxi.crm.platform.query.ListQuery;
import io.guanxi.crm.platform.query.SortOrder;
import io.guanxi.crm.platform.security.Action;
import io.guanxi.crm.platform.security.Caller;
import io.guanxi.crm.platform.security.Callers;
import io.guanxi.crm.platform.security.Colleague;
import io.guanxi.crm.platform.security.Department;
import io.guanxi.crm.platform.security.DepartmentData;
import io.guanxi.crm.platform.security.Holder;
import io.guanxi.crm.platform.security.Reach;
import io.guanxi.crm.platform.security.RoleData;
import io.guanxi.crm.platform.security.Scope;
import io.guanxi.crm.platform.security.User;
import io.guanxi.crm.platform.security.UserData;
import io.guanxi.crm.platform.testing.SignedIn;
import io.guanxi.crm.platform.testing.TestDatabase;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.junit.Rule;
import org.junit.Test;
import org.junit.runner.RunWith;
import org.junit.runners.Parameterized;
import org.junit.runners.Parameterized.Parameters;

@RunWith(Parameterized.class)
public class ScopesTest {

    @Rule
    public final TestDatabase database;

    @Rule
    public final SignedIn administrator = SignedIn.administrator();

    private final Household house;

    public ScopesTest(String name, Supplier<TestDatabase> database) {
        this.database = database.get();
        this.house = new Household(this.database);
    }

    @Parameters(name = "{0}")
    public static List<Object[]> databases() {
        return Household.databases();
    }

    @Test
    public void administratorsAndTheSystemReachEverything() {
        assertThat(scope(new Caller("root", Set.of(Caller.ADMINISTRATOR)))).isEqualTo(Scope.EVERYTHING);
        assertThat(scope(Caller.system("sample-data"))).isEqualTo(Scope.EVERYTHING);
        assertThat(scope(of(5, Optional.empty(), "service"))).isEqualTo(Scope.EVERYTHING);
    }

    @Test
    public void sellersReachWhatIsTheirsOrShared() {
        Department company = make("公司", Optional.empty());
        Department east = make("华东区", Optional.of(company));

        Scope scope = scope(of(5, Optional.of(east), "sales"));

        assertThat(scope.user()).contains(5L);
        assertThat(scope.departments()).isEmpty();
        assertThat(scope.holders())
                .containsExactlyInAnyOrder(
                        Holder.user(5), Holder.department(east.id()), Holder.department(company.id()));
        assertThat(scope.reaches(Optional.of(5L), Optional.of(9L))).isTrue();
        assertThat(scope.reaches(Optional.of(6L), Optional.of(east.id()))).isFalse();
        assertThat(scope.reaches(Optional.empty(), Optional.empty())).isTrue();
    }

    @Test
    public void managersReachTheirDepartmentAndThoseBelow() {
        Department company = make("公司", Optional.empty());
        Department sales = make("销售部", Optional.of(company));
        Department east = make("华东区", Optional.of(sales));
        Department west = make("华西区", Optional.of(company));

        Scope scope = scope(of(5, Optional.of(sales), "manager"));

        assertThat(scope.departments()).containsExactlyInAnyOrder(sales.id(), east.id());
        assertThat(scope.reaches(Optional.of(6L), Optional.of(east.id()))).isTrue();
        assertThat(scope.reaches(Optional.of(6L), Optional.of(west.id()))).isFalse();
        assertThat(scope.reaches(Optional.of(6L), Optional.empty())).isFalse();

        house.departments.change(
                west.id(), west.version(), data -> new DepartmentData(data.name(), Optional.of(sales.id())));
        assertThat(scope(of(5, Optional.of(sales), "manager")).departments()).contains(west.id());
    }

    @Test
    public void aManagerWithoutADepartmentReachesWhatASellerDoes() {
        assertThat(scope(of(5, Optional.empty(), "manager")).departments()).isEmpty();
    }

    @Test
    public void theFurthestOfThoseRolesCountsThatAllowTheAction() {
        Department east = make("华东区", Optional.empty());
        house.roles.create(new RoleData(
                "exporter", new Text("Exporter", "导出员"), Map.of("customer", Set.of(Action.EXPORT)), Reach.ALL));
        Caller caller = of(5, Optional.of(east), "sales", "exporter");

        assertThat(scope(caller).everything()).isFalse();
        assertThat(Callers.callAs(caller, () -> house.access.scope(Action.EXPORT, "customer")))
                .isEqualTo(Scope.EVERYTHING);
    }

    @Test
    public void whoMayNotHasNoScope() {
        assertThatThrownBy(() -> scope(of(5, Optional.empty(), "analyst"))).isInstanceOf(ForbiddenException.class);
        Callers.bind(null);
        assertThatThrownBy(() -> house.access.scope(Action.READ, "customer")).isInstanceOf(NotSignedInException.class);
    }

    @Test
    public void nobodyGivesARoleThatReachesFurtherThanTheirOwn() {
        house.roles.create(new RoleData(
                "keeper",
                new Text("Keeper", "管理"),
                Map.of("role", Set.of(Action.READ, Action.CONFIGURE), "customer", Set.of(Action.READ)),
                Reach.DEPARTMENT));
        RoleData narrow =
                new RoleData("narrow", new Text("N", "窄"), Map.of("customer", Set.of(Action.READ)), Reach.DEPARTMENT);
        RoleData wide = new RoleData("wide", new Text("W", "宽"), Map.of("customer", Set.of(Action.READ)), Reach.ALL);

        Callers.runAs(new Caller("eve", Set.of("keeper")), () -> {
            assertThat(house.roles.create(narrow).data().reach()).isEqualTo(Reach.DEPARTMENT);
            assertThatThrownBy(() -> house.roles.create(wide)).isInstanceOf(ForbiddenException.class);
        });
    }

    @Test
    public void colleaguesAreSeenByEverybodyDisabledOnesToo() {
        JdbcColleagues colleagues = new JdbcColleagues(database.jdbc());
        User li = user("li.na", "李娜", true);
        User gone = user("wang.wu", "王五", false);

        Callers.runAs(of(5, Optional.empty(), "sales"), () -> {
            assertThat(colleagues.of(List.of(li.id(), gone.id(), 999L)))
                    .containsOnlyKeys(li.id(), gone.id())
                    .containsEntry(
                            gone.id(), new Colleague(gone.id(), "wang.wu", Optional.of("王五"), Optional.empty(), false));
            ListQuery all = ListQuery.all(SortOrder.parse("name", colleagues.fields()), 10);
            assertThat(colleagues.list(all).rows()).extracting(Colleague::name).containsExactly("li.na", "wang.wu");
            assertThat(colleagues.list(all.search("李")).rows())
                    .extracting(Colleague::id)
                    .containsExactly(li.id());
            assertThat(colleagues.count(all.search("100%"))).isZero();
        });
    }

    private User user(String name, String fullName, boolean enabled) {
        return house.users.create(
                new UserData(
                        name,
                        Optional.of(fullName),
                        Optional.empty(),
                        Optional.empty(),
                        Set.of("sales"),
                        enabled,
                        Optional.empty(),
                        Optional.empty()),
                Household.PASSWORD);
    }

    private Scope scope(Caller caller) {
        return Callers.callAs(caller, () -> house.access.scope(Action.READ, "customer"));
    }

    private static Caller of(long user, Optional<Department> department, String... roles) {
        return new Caller("someone", Set.of(roles), Optional.of(user), department.map(Department::id));
    }

    private Department make(String name, Optional<Department> parent) {
        return house.departments.create(new DepartmentData(name, parent.map(Department::id)));
    }
}
