package io.guanxi.crm.platform.security.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.guanxi.crm.platform.problem.ConflictException;
import io.guanxi.crm.platform.problem.InvalidValueException;
import io.guanxi.crm.platform.problem.TooManyRequestsException;
import io.guanxi.crm.platform.security.Caller;
import io.guanxi.crm.platform.testing.SignedIn;
import io.guanxi.crm.platform.testing.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;
import org.junit.runner.RunWith;
import org.junit.runners.Parameterized;
import org.junit.runners.Parameterized.Parameters;

@RunWith(Parameterized.class)
public class TokenSetUpTest {

    private static final String PASSWORD = "long enough";

    @Rule
    public final TestDatabase database;

    @Rule
    public final TemporaryFolder folder = new TemporaryFolder();

    @Rule
    public final SignedIn administrator = SignedIn.administrator();

    @SuppressWarnings("NullAway.Init")
    private Household household;

    public TokenSetUpTest(String name, Supplier<TestDatabase> databases) {
        database = databases.get();
    }

    @Parameters(name = "{0}")
    public static List<Object[]> databases() {
        return Household.databases();
    }

    @Before
    public void open() {
        household = new Household(database);
    }

    @Test
    public void whoReadsTheTokenMakesTheFirstAdministratorOnce() throws IOException {
        TokenSetUp setUp = start("node");
        Path file = setUp.tokenFile();
        String token = Files.readString(file);

        assertThat(setUp.isNeeded()).isTrue();
        assertThat(token).matches("[0-9a-f]{32}");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        assertThat(setUp.makeAdministrator(" " + token + "\n", "ada", PASSWORD)
                        .data()
                        .roles())
                .containsExactly(Caller.ADMINISTRATOR);
        assertThat(setUp.isNeeded()).isFalse();
        assertThat(file).doesNotExist();
        assertThatThrownBy(() -> setUp.makeAdministrator(token, "eve", PASSWORD))
                .isInstanceOf(ConflictException.class);
        assertThat(household.users.named("eve")).isEmpty();
    }

    @Test
    public void theTokenStaysUntilItIsUsedAndNoneIsMadeAfterwards() throws IOException {
        String first = Files.readString(start("node").tokenFile());
        TokenSetUp again = start("node");

        assertThat(Files.readString(again.tokenFile())).isEqualTo(first);
        household.user("somebody", "sales");
        assertThat(start("node").tokenFile()).doesNotExist();
        assertThatThrownBy(() -> again.makeAdministrator(first, "eve", PASSWORD))
                .isInstanceOf(ConflictException.class);
    }

    @Test
    public void whatIsWrongIsNamedAndNothingIsMade() throws IOException {
        TokenSetUp setUp = start("node");
        String token = Files.readString(setUp.tokenFile());

        assertThatThrownBy(() -> setUp.makeAdministrator(token.replace(token.charAt(0), 'x'), "eve", PASSWORD))
                .isInstanceOf(InvalidValueException.class)
                .hasMessageContaining("invalid-values");
        assertThatThrownBy(() -> setUp.makeAdministrator(token, "no name", "short"))
                .isInstanceOf(InvalidValueException.class);
        assertThat(setUp.isNeeded()).isTrue();
        assertThat(setUp.tokenFile()).exists();
    }

    @Test
    public void guessingIsSlowedDown() {
        TokenSetUp setUp = start("node");
        for (int i = 0; i < 5; i++) {
            assertThatThrownBy(() -> setUp.makeAdministrator("0".repeat(32), "eve", PASSWORD))
                    .isInstanceOf(InvalidValueException.class);
        }

        assertThatThrownBy(() -> setUp.makeAdministrator("0".repeat(32), "eve", PASSWORD))
                .isInstanceOf(TooManyRequestsException.class);
    }

    @Test
    public void ofTwoAtOnceOnTwoNodesOneIsFirst() throws Exception {
        TokenSetUp one = start("one");
        TokenSetUp two = start("two");
        String first = Files.readString(one.tokenFile());
        String second = Files.readString(two.tokenFile());
        ExecutorService threads = Executors.newFixedThreadPool(2);
        List<Callable<Boolean>> tries = List.of(() -> makes(one, first, "ada"), () -> makes(two, second, "eve"));

        int made = 0;
        for (Future<Boolean> outcome : threads.invokeAll(tries)) {
            made += outcome.get() ? 1 : 0;
        }
        threads.shutdown();

        assertThat(first).isNotEqualTo(second);
        assertThat(made).isEqualTo(1);
        assertThat(two.isNeeded()).isFalse();
    }

    private static boolean makes(TokenSetUp setUp, String token, String name) {
        try {
            setUp.makeAdministrator(token, name, PASSWORD);
            return true;
        } catch (ConflictException e) {
            return false;
        }
    }

    private TokenSetUp start(String node) {
        return new TokenSetUp(
                database.jdbc(),
                household.users,
                household.administration,
                folder.getRoot().toPath().resolve(node),
                household.clock);
    }
}
