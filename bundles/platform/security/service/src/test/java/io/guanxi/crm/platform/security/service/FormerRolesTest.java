package io.guanxi.crm.platform.security.service;

import static org.assertj.core.api.Assertions.assertThat;

import io.guanxi.crm.platform.persistence.Jdbc;
import io.guanxi.crm.platform.schema.Migration;
import io.guanxi.crm.platform.testing.Postgresql;
import io.guanxi.crm.platform.testing.SignedIn;
import io.guanxi.crm.platform.testing.TestDatabase;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Supplier;
import liquibase.resource.ClassLoaderResourceAccessor;
import liquibase.resource.DirectoryResourceAccessor;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;
import org.junit.runner.RunWith;
import org.junit.runners.Parameterized;
import org.junit.runners.Parameterized.Parameters;

/** Users of an installation from before there were roles to choose from. */
@RunWith(Parameterized.class)
public class FormerRolesTest {

    private static final String CHANGELOG = "db/security.changelog.xml";

    @Rule
    public final TestDatabase database;

    @Rule
    public final TemporaryFolder folder = new TemporaryFolder();

    @Rule
    public final SignedIn administrator = SignedIn.administrator();

    public FormerRolesTest(String name, Supplier<TestDatabase> database) {
        this.database = database.get();
    }

    @Parameters(name = "{0}")
    public static List<Object[]> databases() {
        Supplier<TestDatabase> derby = TestDatabase::new;
        Supplier<TestDatabase> postgresql = () -> new TestDatabase(Postgresql.fresh());
        return List.of(new Object[] {"Derby", derby}, new Object[] {"PostgreSQL", postgresql});
    }

    @Test
    public void staffAreManagersAndViewersAreAuditorsNow() throws IOException {
        new Migration(new DirectoryResourceAccessor(firstChangeSet())).run(database.dataSource(), CHANGELOG);
        Map<String, String> before =
                Map.of("root", "administrator", "ada", "staff", "bob", "viewer", "eve", "administrator,staff,viewer");
        before.forEach(this::insert);

        new Migration(new ClassLoaderResourceAccessor(getClass().getClassLoader()))
                .run(database.dataSource(), CHANGELOG);

        assertThat(roles("root")).containsExactly("administrator");
        assertThat(roles("ada")).containsExactly("manager");
        assertThat(roles("bob")).containsExactly("auditor");
        assertThat(roles("eve")).containsExactlyInAnyOrder("administrator", "manager", "auditor");
    }

    private Set<String> roles(String name) {
        JdbcUsers users = new Household(database).users;
        assertThat(users.named(name).orElseThrow().data().enabled()).isTrue();
        return users.named(name).orElseThrow().data().roles();
    }

    private void insert(String name, String roles) {
        Jdbc jdbc = database.jdbc();
        jdbc.update(
                "INSERT INTO CRM_SECURITY_USER (ID, NAME, NAME_KEY, PASSWORD_HASH, ROLES, CREATED_AT)"
                        + " VALUES (?, ?, ?, 'x', ?, 7)",
                s -> {
                    s.setLong(1, name.hashCode());
                    s.setString(2, name);
                    s.setString(3, name);
                    s.setString(4, roles);
                });
    }

    private Path firstChangeSet() throws IOException {
        try (InputStream in = Objects.requireNonNull(getClass().getResourceAsStream("/" + CHANGELOG))) {
            String all = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            String first = all.substring(0, all.indexOf("  <changeSet id=\"2\"")) + "</databaseChangeLog>";
            Path file = folder.newFolder("db").toPath().resolve("security.changelog.xml");
            Files.writeString(file, first);
            return folder.getRoot().toPath();
        }
    }
}
