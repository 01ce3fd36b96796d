package io.guanxi.crm.platform.security.service;

import io.guanxi.crm.platform.problem.Text;
import io.guanxi.crm.platform.security.Access;
import io.guanxi.crm.platform.security.Caller;
import io.guanxi.crm.platform.security.Callers;
import io.guanxi.crm.platform.security.Department;
import io.guanxi.crm.platform.security.DepartmentData;
import io.guanxi.crm.platform.security.GuardedField;
import io.guanxi.crm.platform.security.GuardedType;
import io.guanxi.crm.platform.security.Role;
import io.guanxi.crm.platform.security.RoleData;
import io.guanxi.crm.platform.security.User;
import io.guanxi.crm.platform.security.UserData;
import io.guanxi.crm.platform.testing.Postgresql;
import io.guanxi.crm.platform.testing.TestDatabase;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/** One node: every part of the bundle on a database, which several nodes may share. */
final class Household {

    static final String PASSWORD = "long enough";

    final TestClock clock;
    final Edition edition = new Edition();
    final RoleMemory memory;
    final Access access;
    final Administration administration;
    final Sessions sessions;
    final JdbcUsers users;
    final IdentitySources sources = new IdentitySources();
    final Sharing sharing = new Sharing();
    final JdbcDepartments departments;
    final JdbcTeams teams;
    final JdbcRoles roles;
    final KnownTypes types;
    final Synchroniser identities;
    final JaasSignIn signIn;
    final JdbcApiKeys keys;
    final JdbcOwnAccount own;

    Household(TestDatabase database) {
        this(database, new TestClock());
    }

    Household(TestDatabase database, TestClock clock) {
        this.clock = clock;
        KnownTypes types = new KnownTypes();
        types.add(new OwnTypes());
        types.add(() -> List.of(GuardedType.ofRecords("announcement", new Text("Announcement", "公告"))
                .with(List.of(field("text", false), field("phone", true), field("email", true)))));
        this.memory = new RoleMemory(database.jdbc(), clock, edition, types);
        this.access = new MatrixAccess(
                memory,
                new DepartmentMemory(database.jdbc(), clock, edition),
                new TeamMemory(database.jdbc(), clock, edition));
        this.sessions = new Sessions(database.jdbc(), edition, clock, Duration.ofHours(12), Duration.ofHours(168));
        this.administration = new Administration(database.dataSource(), database.transactions(), access, edition);
        this.users = new JdbcUsers(database.jdbc(), administration, memory, sessions, sources, clock);
        this.departments = new JdbcDepartments(database.jdbc(), administration, sharing, sources, clock);
        this.teams = new JdbcTeams(database.jdbc(), administration, sharing, clock);
        this.roles = new JdbcRoles(database.dataSource(), administration, memory, types);
        this.types = types;
        this.identities = new Synchroniser(database.jdbc(), administration, sources, sharing, clock);
        this.signIn = new JaasSignIn(
                database.jdbc(),
                sessions,
                new JaasLogin("crm", new Realm(database.jdbc())),
                clock,
                edition,
                sources,
                new RealmAccounts(database.jdbc(), administration, sources, clock));
        this.keys = new JdbcApiKeys(database.jdbc(), administration, access, clock);
        this.own = new JdbcOwnAccount(database.jdbc(), administration, sessions, signIn, sources, clock);
    }

    /** Both databases, for tests that run on each. */
    static List<Object[]> databases() {
        Supplier<TestDatabase> derby = () -> new TestDatabase("security");
        Supplier<TestDatabase> postgresql = () -> new TestDatabase(Postgresql.fresh(), "security");
        return List.of(new Object[] {"Derby", derby}, new Object[] {"PostgreSQL", postgresql});
    }

    private static GuardedField field(String code, boolean personal) {
        return new GuardedField(code, new Text(code, code), personal);
    }

    User user(String name, String... roles) {
        return as("setup", () -> users.create(UserData.of(name, Set.of(roles)), PASSWORD));
    }

    Role role(RoleData data) {
        return as("setup", () -> roles.create(data));
    }

    Department department(String name, Optional<Long> parent) {
        return as("setup", () -> departments.create(new DepartmentData(name, parent)));
    }

    static <T> T as(String part, Supplier<T> work) {
        return Callers.callAs(Caller.system(part), work);
    }
}
