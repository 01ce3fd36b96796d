package io.guanxi.crm.platform.security.service;

import io.guanxi.crm.platform.problem.Text;
import io.guanxi.crm.platform.security.Departments;
import io.guanxi.crm.platform.security.GuardedType;
import io.guanxi.crm.platform.security.Roles;
import io.guanxi.crm.platform.security.Users;
import io.guanxi.crm.platform.testing.TestDatabase;
import java.time.Clock;
import java.time.Duration;
import java.util.List;

/** Users, departments and roles as they are, for tests of what speaks for them. */
public final class SecurityOnDatabase {

    private final Users users;
    private final Departments departments;
    private final Roles roles;

    public SecurityOnDatabase(TestDatabase database) {
        Clock clock = Clock.systemUTC();
        Edition edition = new Edition();
        RoleMemory memory = new RoleMemory(database.jdbc(), clock, edition);
        Administration administration =
                new Administration(database.dataSource(), database.transactions(), new MatrixAccess(memory), edition);
        Sessions sessions = new Sessions(database.jdbc(), edition, clock, Duration.ofHours(12), Duration.ofHours(168));
        KnownTypes types = new KnownTypes();
        types.add(new OwnTypes());
        types.add(() -> List.of(GuardedType.ofRecords("announcement", new Text("Announcement", "公告"))));
        this.users = new JdbcUsers(database.jdbc(), administration, memory, sessions, clock);
        this.departments = new JdbcDepartments(database.jdbc(), administration, clock);
        this.roles = new JdbcRoles(database.dataSource(), administration, memory, types);
    }

    public Users users() {
        return users;
    }

    public Departments departments() {
        return departments;
    }

    public Roles roles() {
        return roles;
    }
}
