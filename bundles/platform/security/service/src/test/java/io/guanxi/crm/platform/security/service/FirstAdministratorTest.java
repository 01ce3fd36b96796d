package io.guanxi.crm.platform.security.service;

import static org.assertj.core.api.Assertions.assertThat;

import io.guanxi.crm.platform.security.Caller;
import io.guanxi.crm.platform.security.Users;
import io.guanxi.crm.platform.testing.SignedIn;
import io.guanxi.crm.platform.testing.TestDatabase;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.Rule;
import org.junit.Test;

public class FirstAdministratorTest {

    @Rule
    public final TestDatabase database = new TestDatabase("security");

    @Rule
    public final SignedIn administrator = SignedIn.administrator();

    private final Users users = new Household(database).users;

    @Test
    public void theFirstStartMakesOneAdministratorAndShowsItsPasswordOnce() {
        String first = firstStart();
        String second = firstStart();

        assertThat(first).matches("user: admin  password: [A-Za-z2-9]{20}\\R");
        assertThat(second).isEmpty();
        assertThat(users.named("admin").orElseThrow().data().roles()).containsExactly(Caller.ADMINISTRATOR);
        String password = first.strip().substring("user: admin  password: ".length());
        assertThat(new PasswordCheck(new LoginTable(database.jdbc())).verify("admin", password))
                .isPresent();
    }

    private String firstStart() {
        ByteArrayOutputStream console = new ByteArrayOutputStream();
        FirstAdministrator.makeWhereNeeded(
                new LoginTable(database.jdbc()), users, new PrintStream(console, true, StandardCharsets.UTF_8));
        return console.toString(StandardCharsets.UTF_8);
    }
}
