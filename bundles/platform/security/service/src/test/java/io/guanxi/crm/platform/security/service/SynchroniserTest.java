package io.guanxi.crm.platform.security.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.guanxi.crm.platform.problem.ForbiddenException;
import io.guanxi.crm.platform.problem.InvalidValueException;
import io.guanxi.crm.platform.problem.NotFoundException;
import io.guanxi.crm.platform.problem.Text;
import io.guanxi.crm.platform.security.Caller;
import io.guanxi.crm.platform.security.Callers;
import io.guanxi.crm.platform.security.Department;
import io.guanxi.crm.platform.security.IdentityProvider;
import io.guanxi.crm.platform.security.Origin;
import io.guanxi.crm.platform.security.OutsideDepartment;
import io.guanxi.crm.platform.security.OutsideUser;
import io.guanxi.crm.platform.security.Session;
import io.guanxi.crm.platform.security.Source;
import io.guanxi.crm.platform.security.SyncConflict;
import io.guanxi.crm.platform.security.SyncReport;
import io.guanxi.crm.platform.security.User;
import io.guanxi.crm.platform.testing.SignedIn;
import io.guanxi.crm.platform.testing.TestDatabase;
import java.util.ArrayList;
import java.util.List;
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
public class SynchroniserTest {

    private static final String SECRET = "known to the OA";

    @Rule
    public final TestDatabase database;

    @Rule
    public final SignedIn administrator = SignedIn.administrator();

    private final Household house;
    private final Office office = new Office();

    public SynchroniserTest(String name, Supplier<TestDatabase> database) {
        this.database = database.get();
        this.house = new Household(this.database);
    }

    @Parameters(name = "{0}")
    public static List<Object[]> databases() {
        return Household.databases();
    }

    @Before
    public void open() {
        house.user("root", Caller.ADMINISTRATOR);
        house.sources.add(office);
        office.department("d1", "公司", "");
        office.department("d2", "华东区", "d1");
        office.user("u1", "li.na", "d2", "sales");
        office.user("u2", "wang.wu", "d1", "manager");
    }

    @Test
    public void usersAndDepartmentsAreMadeAndThenLeftAlone() {
        SyncReport report = sync();

        assertThat(report.users()).isEqualTo(new SyncReport.Counts(2, 0, 0));
        assertThat(report.departments()).isEqualTo(new SyncReport.Counts(2, 0, 0));
        assertThat(report.conflicts()).isEmpty();
        User li = user("li.na");
        Department east = department("华东区");
        assertThat(li.source()).contains(new Source("oa", "u1"));
        assertThat(li.data().department()).contains(east.id());
        assertThat(li.data().roles()).containsExactly("sales");
        assertThat(house.departments.subtree(department("公司").id())).contains(east.id());
        assertThat(house.identities.providers().get(0).last()).contains(report);

        SyncReport again = sync();
        assertThat(again.users()).isEqualTo(new SyncReport.Counts(0, 0, 0));
        assertThat(again.departments()).isEqualTo(new SyncReport.Counts(0, 0, 0));
        assertThat(user("li.na")).isEqualTo(li);
    }

    @Test
    public void whatChangesThereChangesHere() {
        sync();
        office.clear();
        // children before their parents, and turned upside down
        office.department("d1", "华中区", "d3");
        office.department("d3", "集团", "");
        office.user("u1", "li.na", "d3", "manager", "service");

        SyncReport report = sync();

        assertThat(report.users()).isEqualTo(new SyncReport.Counts(0, 1, 1));
        assertThat(report.departments()).isEqualTo(new SyncReport.Counts(1, 1, 1));
        assertThat(user("li.na").data().roles()).containsExactlyInAnyOrder("manager", "service");
        assertThat(user("li.na").data().department()).contains(department("集团").id());
        assertThat(user("wang.wu").data().enabled()).isFalse();
        assertThat(house.departments.list())
                .extracting(one -> one.data().name())
                .containsExactly("集团", "华中区");
    }

    @Test
    public void whoIsGoneOrDisabledThereIsOutAtOnce() {
        office.checking = true;
        sync();
        Session li = house.signIn.open("li.na", SECRET, Origin.UNKNOWN).orElseThrow();
        Session wang = house.signIn.open("wang.wu", SECRET, Origin.UNKNOWN).orElseThrow();
        office.users.remove(1);
        office.users.set(0, disabled(office.users.get(0)));

        assertThat(sync().users()).isEqualTo(new SyncReport.Counts(0, 0, 2));

        assertThat(house.signIn.session(li.token())).isEmpty();
        assertThat(house.signIn.session(wang.token())).isEmpty();
        assertThat(house.signIn.authenticate("li.na", SECRET)).isEmpty();
        office.users.set(0, enabled(office.users.get(0)));
        sync();
        assertThat(house.signIn.authenticate("li.na", SECRET)).isPresent();
    }

    @Test
    public void theProviderChecksPasswordsOfItsOwnUsersOnly() {
        office.checking = true;
        sync();
        assertThat(house.signIn.authenticate("LI.NA", SECRET).orElseThrow().roles())
                .containsExactly("sales");
        assertThat(house.signIn.authenticate("li.na", "wrong password")).isEmpty();
        assertThat(house.signIn.authenticate("root", SECRET)).isEmpty();
        assertThat(house.signIn.authenticate("nobody", SECRET)).isEmpty();
        office.broken = true;
        assertThat(house.signIn.authenticate("wang.wu", SECRET)).isEmpty();
        assertThat(house.signIn.authenticate("root", Household.PASSWORD)).isPresent();
    }

    @Test
    public void circlesAndLostParentsAreTold() {
        office.department("a", "甲", "b");
        office.department("b", "乙", "a");
        office.department("c", "丙", "c");
        office.department("e", "丁", "nowhere");
        office.user("u3", "zhao", "a", "sales");

        SyncReport report = sync();

        assertThat(report.departments().created()).isEqualTo(2);
        assertThat(codes(report))
                .containsExactlyInAnyOrder(
                        "a department-cycle",
                        "b department-cycle",
                        "c department-cycle",
                        "e unknown-department",
                        "u3 unknown-department");
        assertThat(user("zhao").data().department()).isEmpty();
    }

    @Test
    public void aCircleOfWhatWasThereLeavesItAsItWas() {
        sync();
        office.departments.clear();
        office.department("d1", "公司", "d2");
        office.department("d2", "华东区", "d1");

        SyncReport report = sync();

        assertThat(codes(report)).contains("d1 department-cycle", "d2 department-cycle");
        assertThat(house.departments.subtree(department("公司").id())).hasSize(2);
    }

    @Test
    public void twoOfOneNameAreBothTold() {
        office.user("u3", "zhao", "d1", "sales");
        office.user("u4", "ＺＨＡＯ", "d1", "manager");
        office.user("u5", "root", "d1", "sales");
        office.user("u2", "other", "d1", "sales");
        office.user("u6", "no spaces", "d1", "sales");
        office.user("u7", "roleless", "d1", "dreamer");
        office.department("d2", "twice", "");

        SyncReport report = sync();

        assertThat(codes(report))
                .contains(
                        "u3 name-twice",
                        "u4 name-twice",
                        "u5 name-taken",
                        "u2 id-twice",
                        "u6 invalid-name",
                        "u7 unknown-role",
                        "d2 id-twice");
        assertThat(house.users.named("zhao")).isEmpty();
        assertThat(house.users.named("roleless")).isEmpty();
        assertThat(user("root").data().roles()).containsExactly(Caller.ADMINISTRATOR);
        assertThat(report.users().created()).isEqualTo(1);
    }

    @Test
    public void theLastAdministratorStaysOne() {
        User root = user("root");
        house.sources.configure(adopting());
        office.user("u9", "root", "d1", "sales");

        SyncReport demoted = sync();

        assertThat(codes(demoted)).contains("u9 last-administrator");
        assertThat(user("root").id()).isEqualTo(root.id());
        assertThat(user("root").data().roles()).containsExactlyInAnyOrder("sales", Caller.ADMINISTRATOR);
        office.users.remove(office.users.size() - 1);
        assertThat(codes(sync())).contains("u9 last-administrator");
        assertThat(user("root").data().enabled()).isTrue();
        office.user("u1", "li.na", "d2", Caller.ADMINISTRATOR);
        office.users.remove(0);
        assertThat(codes(sync())).doesNotContain("u9 last-administrator");
        assertThat(user("root").data().enabled()).isFalse();
    }

    @Test
    public void whatIsThereIsTakenOverWhereThatIsWanted() {
        User li = house.user("li.na", "auditor");
        long company = house.department("公司", Optional.empty()).id();
        assertThat(codes(sync())).contains("u1 name-taken", "d1 name-taken");

        house.sources.configure(adopting());
        SyncReport report = sync();

        assertThat(report.conflicts()).isEmpty();
        assertThat(user("li.na").id()).isEqualTo(li.id());
        assertThat(department("公司").id()).isEqualTo(company);
        assertThat(house.signIn.authenticate("li.na", Household.PASSWORD)).isEmpty();
    }

    @Test
    public void whatIsKeptThereCantBeChangedHere() {
        sync();
        User li = user("li.na");
        Department east = department("华东区");

        assertThat(fields(() -> house.users.change(li.id(), li.version(), data -> data.withRoles(Set.of("auditor"))
                        .enabled(false))))
                .containsExactly("enabled", "roles");
        assertThat(fields(() -> house.users.setPassword(li.id(), "another long one")))
                .containsExactly("password");
        assertThat(fields(() -> house.departments.change(
                        east.id(), 1, data -> new io.guanxi.crm.platform.security.DepartmentData("x", data.parent()))))
                .containsExactly("name");
        assertThatThrownBy(() -> house.departments.delete(east.id()))
                .isInstanceOf(io.guanxi.crm.platform.problem.ConflictException.class);

        house.sources.remove(office);
        house.users.change(li.id(), li.version(), data -> data.withRoles(Set.of("auditor")));
        assertThat(house.users.managed(user("li.na"))).isEmpty();
    }

    @Test
    public void aProviderThatFailsChangesNothing() {
        sync();
        office.broken = true;
        SyncReport report = sync();
        assertThat(codes(report)).containsExactly("oa provider-failed");
        assertThat(user("li.na").data().enabled()).isTrue();
        assertThatThrownBy(() -> house.identities.synchronise("nowhere")).isInstanceOf(NotFoundException.class);
        Callers.runAs(new Caller("eve", Set.of("manager")), () -> {
            assertThatThrownBy(() -> house.identities.synchronise("oa")).isInstanceOf(ForbiddenException.class);
            assertThatThrownBy(house.identities::providers).isInstanceOf(ForbiddenException.class);
        });
    }

    @Test
    public void aListThatLostMostOfItsUsersDisablesNobody() {
        for (int i = 0; i < 30; i++) {
            office.user("n" + i, "n" + i, "d1", "service");
        }
        sync();
        office.users.clear();

        SyncReport report = sync();

        assertThat(codes(report)).contains("oa too-many-missing");
        assertThat(report.users().gone()).isZero();
        assertThat(user("n7").data().enabled()).isTrue();
    }

    @Test
    public void departmentsStayWhileSomebodyIsInThem() {
        sync();
        User local = house.user("local", "sales");
        house.users.change(
                local.id(), 1, data -> data.in(Optional.of(department("华东区").id())));
        office.departments.remove(1);
        office.users.remove(0);

        assertThat(codes(sync())).containsExactly("d2 department-in-use");
        house.users.change(local.id(), 2, data -> data.in(Optional.empty()));
        // whoever is disabled keeps the department
        assertThat(codes(sync())).containsExactly("d2 department-in-use");
    }

    @Test
    public void thousandsAreTakenOverAtOnce() {
        for (int i = 0; i < 3_000; i++) {
            office.user("n" + i, "n" + i, "d" + (1 + i % 2), "sales", "service");
        }
        assertThat(sync().users().created()).isEqualTo(3_002);
        assertThat(user("n2999").data().roles()).hasSize(2);
        assertThat(sync().users()).isEqualTo(new SyncReport.Counts(0, 0, 0));
    }

    private static SignInSettings adopting() {
        return new SignInSettings(List.of("crm"), java.util.Map.of(), Set.of(), java.util.Map.of(), true, true);
    }

    private SyncReport sync() {
        return house.identities.synchronise("oa");
    }

    private User user(String name) {
        return house.users.named(name).orElseThrow();
    }

    private Department department(String name) {
        return house.departments.list().stream()
                .filter(one -> one.data().name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static List<String> codes(SyncReport report) {
        return report.conflicts().stream()
                .map((SyncConflict one) -> one.externalId() + " " + one.code())
                .toList();
    }

    private static List<String> fields(org.assertj.core.api.ThrowableAssert.ThrowingCallable work) {
        return catchThrowableOfType(InvalidValueException.class, work).errors().stream()
                .map(error -> error.field())
                .toList();
    }

    private static OutsideUser disabled(OutsideUser user) {
        return new OutsideUser(
                user.externalId(), user.name(), user.fullName(), user.email(), user.department(), user.roles(), false);
    }

    private static OutsideUser enabled(OutsideUser user) {
        OutsideUser off = disabled(user);
        return new OutsideUser(
                off.externalId(), off.name(), off.fullName(), off.email(), off.department(), off.roles(), true);
    }

    /** An OA. */
    private static final class Office implements IdentityProvider {

        private final List<OutsideDepartment> departments = new ArrayList<>();
        private final List<OutsideUser> users = new ArrayList<>();
        private boolean checking;
        private boolean broken;

        void department(String id, String name, String parent) {
            departments.add(new OutsideDepartment(id, name, Optional.of(parent).filter(text -> !text.isEmpty())));
        }

        void user(String id, String name, String department, String... roles) {
            users.add(new OutsideUser(
                    id, name, Optional.of(name + "!"), Optional.empty(), Optional.of(department), Set.of(roles), true));
        }

        void clear() {
            departments.clear();
            users.clear();
        }

        @Override
        public String id() {
            return "oa";
        }

        @Override
        public Text label() {
            return new Text("OA", "OA");
        }

        @Override
        public List<OutsideDepartment> departments() {
            return departments;
        }

        @Override
        public List<OutsideUser> users() {
            if (broken) {
                throw new IllegalStateException("the OA is out of reach");
            }
            return users;
        }

        @Override
        public boolean checksPasswords() {
            return checking;
        }

        @Override
        public boolean isPassword(String name, String password) {
            if (broken) {
                throw new IllegalStateException("the OA is out of reach");
            }
            return password.equals(SECRET);
        }
    }
}
