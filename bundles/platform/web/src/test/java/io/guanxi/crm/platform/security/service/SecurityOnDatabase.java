package io.guanxi.crm.platform.security.service;

import io.guanxi.crm.platform.modules.Neighbour;
import io.guanxi.crm.platform.problem.Text;
import io.guanxi.crm.platform.security.Access;
import io.guanxi.crm.platform.security.AccessPreviews;
import io.guanxi.crm.platform.security.ApiKeys;
import io.guanxi.crm.platform.security.Departments;
import io.guanxi.crm.platform.security.GuardedType;
import io.guanxi.crm.platform.security.Identities;
import io.guanxi.crm.platform.security.IdentityProvider;
import io.guanxi.crm.platform.security.OutsideDepartment;
import io.guanxi.crm.platform.security.OutsideUser;
import io.guanxi.crm.platform.security.OwnAccount;
import io.guanxi.crm.platform.security.Roles;
import io.guanxi.crm.platform.security.SignIn;
import io.guanxi.crm.platform.security.Teams;
import io.guanxi.crm.platform.security.Users;
import io.guanxi.crm.platform.testing.TestDatabase;
import io.guanxi.crm.platform.web.NoTrail;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Users, departments and roles as they are, for tests of what speaks for them. */
public final class SecurityOnDatabase {

    private final Users users;
    private final Departments departments;
    private final Teams teams;
    private final Roles roles;
    private final AccessPreviews previews;
    private final Identities identities;
    private final OwnAccount account;
    private final ApiKeys keys;
    private final SignIn signIn;

    public SecurityOnDatabase(TestDatabase database) {
        Clock clock = Clock.systemUTC();
        Edition edition = new Edition();
        KnownTypes types = new KnownTypes();
        types.add(new OwnTypes());
        types.add(() -> List.of(GuardedType.ofRecords("announcement", new Text("Announcement", "公告"))));
        RoleMemory memory = new RoleMemory(database.jdbc(), clock, edition, types);
        Access access = new MatrixAccess(
                memory,
                new DepartmentMemory(database.jdbc(), clock, edition),
                new TeamMemory(database.jdbc(), clock, edition));
        Administration administration =
                new Administration(database.dataSource(), database.transactions(), access, edition);
        Sessions sessions = new Sessions(database.jdbc(), edition, clock, Duration.ofHours(12), Duration.ofHours(168));
        IdentitySources sources = new IdentitySources();
        this.users = new JdbcUsers(database.jdbc(), administration, memory, sessions, sources, clock);
        this.departments = new JdbcDepartments(database.jdbc(), administration, new Sharing(), sources, clock);
        this.teams = new JdbcTeams(database.jdbc(), administration, new Sharing(), clock);
        this.roles = new JdbcRoles(database.dataSource(), administration, memory, types);
        this.previews = new DecidedPreviews(database.jdbc(), types, memory, access, Neighbour.fixed(new NoTrail()));
        sources.add(new OneOutside());
        this.identities = new Synchroniser(database.jdbc(), administration, sources, new Sharing(), clock);
        this.signIn = new JaasSignIn(
                database.jdbc(),
                sessions,
                new JaasLogin("none"),
                clock,
                edition,
                sources,
                new RealmAccounts(database.jdbc(), administration, sources, clock));
        this.account = new JdbcOwnAccount(database.jdbc(), administration, sessions, signIn, sources, clock);
        this.keys = new JdbcApiKeys(database.jdbc(), administration, access, clock);
    }

    /** By API key only: there is no realm. */
    public SignIn signIn() {
        return signIn;
    }

    public OwnAccount account() {
        return account;
    }

    public ApiKeys keys() {
        return keys;
    }

    public Users users() {
        return users;
    }

    public Departments departments() {
        return departments;
    }

    public Teams teams() {
        return teams;
    }

    public AccessPreviews previews() {
        return previews;
    }

    /** Of one provider, {@code oa}, that knows one user. */
    public Identities identities() {
        return identities;
    }

    public Roles roles() {
        return roles;
    }

    private static final class OneOutside implements IdentityProvider {

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
            return List.of();
        }

        @Override
        public List<OutsideUser> users() {
            return List.of(new OutsideUser(
                    "1",
                    "outside",
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Set.of("sales", "dreamer"),
                    true));
        }
    }
}
