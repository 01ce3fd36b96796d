package io.guanxi.crm.platform.security.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.guanxi.crm.platform.problem.ConflictException;
import io.guanxi.crm.platform.problem.ForbiddenException;
import io.guanxi.crm.platform.problem.InvalidValueException;
import io.guanxi.crm.platform.problem.StaleVersionException;
import io.guanxi.crm.platform.security.Caller;
import io.guanxi.crm.platform.security.Callers;
import io.guanxi.crm.platform.security.Department;
import io.guanxi.crm.platform.security.DepartmentData;
import io.guanxi.crm.platform.security.Departments;
import io.guanxi.crm.platform.security.UnknownDepartmentException;
import io.guanxi.crm.platform.security.User;
import io.guanxi.crm.platform.testing.SignedIn;
import io.guanxi.crm.platform.testing.TestDatabase;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.junit.Rule;
import org.junit.Test;
import org.junit.runner.RunWith;
import org.junit.runners.Parameterized;
import org.junit.runners.Parameterized.Parameters;

@RunWith(Parameterized.class)
public class DepartmentsTest {

    @Rule
    public final TestDatabase database;

    @Rule
    public final SignedIn administrator = SignedIn.administrator();

    private final Household house;

    public DepartmentsTest(String name, Supplier<TestDatabase> database) {
        this.database = database.get();
        this.house = new Household(this.database);
    }

    @Parameters(name = "{0}")
    public static List<Object[]> databases() {
        return Household.databases();
    }

    @Test
    public void formATree() {
        Department company = make("公司", Optional.empty());
        Department sales = make("销售部", company);
        Department east = make("华东区", sales);
        Department service = make("客服部", company);

        assertThat(house.departments.list())
                .extracting(Department::id)
                .containsExactlyInAnyOrder(company.id(), sales.id(), east.id(), service.id())
                .startsWith(company.id())
                .containsSubsequence(sales.id(), east.id());
        assertThat(house.departments.subtree(company.id())).hasSize(4);
        assertThat(house.departments.subtree(sales.id())).containsExactlyInAnyOrder(sales.id(), east.id());
        assertThat(house.departments.subtree(east.id())).containsExactly(east.id());
        assertThat(house.departments.subtree(4711)).isEmpty();
    }

    @Test
    public void theirSubtreeIsNotThatOfANumberThatBeginsAlike() {
        for (int i = 0; i < 30; i++) {
            make("部门" + i, Optional.empty());
        }
        for (Department department : house.departments.list()) {
            assertThat(house.departments.subtree(department.id())).containsExactly(department.id());
        }
    }

    @Test
    public void moveWithEverythingBelow() {
        Department sales = make("销售部", Optional.empty());
        Department east = make("华东区", sales);
        Department shanghai = make("上海", east);
        Department service = make("客服部", Optional.empty());

        house.departments.change(east.id(), east.version(), data -> under(data, service));

        assertThat(house.departments.subtree(sales.id())).containsExactly(sales.id());
        assertThat(house.departments.subtree(service.id()))
                .containsExactlyInAnyOrder(service.id(), east.id(), shanghai.id());
        assertThatThrownBy(() -> house.departments.change(east.id(), east.version(), data -> under(data, sales)))
                .isInstanceOf(StaleVersionException.class);
    }

    @Test
    public void neverLieBelowThemselves() {
        Department sales = make("销售部", Optional.empty());
        Department east = make("华东区", sales);
        Department shanghai = make("上海", east);

        for (Department below : List.of(sales, east, shanghai)) {
            ConflictException e = catchThrowableOfType(
                    ConflictException.class,
                    () -> house.departments.change(sales.id(), sales.version(), data -> under(data, below)));
            assertThat(e.code()).isEqualTo("department-cycle");
            assertThat(e.errors()).extracting("field").containsExactly("parentId");
        }
        assertThat(house.departments.find(sales.id())).contains(sales);
        assertThat(house.departments.subtree(sales.id())).hasSize(3);
    }

    @Test
    public void stayWhileSomebodyOrSomethingIsInThem() {
        Department sales = make("销售部", Optional.empty());
        Department east = make("华东区", sales);
        User ada = house.user("ada", "sales");
        house.users.change(ada.id(), ada.version(), data -> data.in(Optional.of(east.id())));

        for (Department used : List.of(sales, east)) {
            ConflictException e =
                    catchThrowableOfType(ConflictException.class, () -> house.departments.delete(used.id()));
            assertThat(e.code()).isEqualTo("department-in-use");
        }
        house.users.change(ada.id(), ada.version() + 1, data -> data.in(Optional.empty()));
        house.departments.delete(east.id());
        house.departments.delete(sales.id());
        assertThat(house.departments.list()).isEmpty();
        assertThatThrownBy(() -> house.departments.delete(sales.id())).isInstanceOf(UnknownDepartmentException.class);
    }

    @Test
    public void haveANameOfTheirOwnAmongTheirNeighbours() {
        Department sales = make("Sales", Optional.empty());
        make("East", sales);
        Department west = make("West", sales);
        make("East", Optional.empty());

        assertThatThrownBy(() -> make("ＥＡＳＴ", sales)).isInstanceOf(ConflictException.class);
        assertThatThrownBy(() -> house.departments.change(
                        west.id(), west.version(), data -> new DepartmentData("east", data.parent())))
                .isInstanceOf(ConflictException.class);
    }

    @Test
    public void refuseWhatTheyCantBe() {
        assertThatThrownBy(() -> make(" ", Optional.empty())).isInstanceOf(InvalidValueException.class);
        assertThatThrownBy(() -> make("x".repeat(101), Optional.empty())).isInstanceOf(InvalidValueException.class);
        assertThatThrownBy(() -> make("x", Optional.of(4711L))).isInstanceOf(InvalidValueException.class);
        Department deepest = make("1", Optional.empty());
        for (int level = 2; level <= Departments.DEEPEST; level++) {
            deepest = make(Integer.toString(level), deepest);
        }
        Department bottom = deepest;
        assertThatThrownBy(() -> make("x", bottom)).isInstanceOf(InvalidValueException.class);
        Department top = make("top", Optional.empty());
        Department first = house.departments.list().get(0);
        assertThatThrownBy(() -> house.departments.change(first.id(), first.version(), data -> under(data, top)))
                .isInstanceOf(InvalidValueException.class);
    }

    @Test
    public void areReadByManyAndChangedByFew() {
        Department sales = make("销售部", Optional.empty());
        Callers.runAs(new Caller("eve", Set.of("sales")), () -> {
            assertThat(house.departments.list()).hasSize(1);
            assertThatThrownBy(() -> make("x", sales)).isInstanceOf(ForbiddenException.class);
            assertThatThrownBy(() -> house.departments.delete(sales.id())).isInstanceOf(ForbiddenException.class);
        });
        Callers.runAs(new Caller("eve", Set.of("nothing")), () -> assertThatThrownBy(house.departments::list)
                .isInstanceOf(ForbiddenException.class));
    }

    private static DepartmentData under(DepartmentData data, Department parent) {
        return new DepartmentData(data.name(), Optional.of(parent.id()));
    }

    private Department make(String name, Department parent) {
        return make(name, Optional.of(parent.id()));
    }

    private Department make(String name, Optional<Long> parent) {
        return house.departments.create(new DepartmentData(name, parent));
    }
}
