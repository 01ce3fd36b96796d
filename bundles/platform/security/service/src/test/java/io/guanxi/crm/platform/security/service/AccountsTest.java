package io.guanxi.crm.platform.security.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.guanxi.crm.platform.problem.ConflictException;
import io.guanxi.crm.platform.problem.ForbiddenException;
import io.guanxi.crm.platform.problem.InvalidValueException;
import io.guanxi.crm.platform.problem.NotFoundException;
import io.guanxi.crm.platform.problem.NotSignedInException;
import io.guanxi.crm.platform.security.Access;
import io.guanxi.crm.platform.security.Accounts;
import io.guanxi.crm.platform.security.Action;
import io.guanxi.crm.platform.security.Caller;
import io.guanxi.crm.platform.security.Callers;
import io.guanxi.crm.platform.testing.SignedIn;
import io.guanxi.crm.platform.testing.TestDatabase;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.Rule;
import org.junit.Test;

public class AccountsTest {

    private static final String PASSWORD = "long enough";

    @Rule
    public final TestDatabase database = new TestDatabase("security");

    @Rule
    public final SignedIn administrator = SignedIn.administrator();

    private final Access access = new RoleAccess();
    private final Sessions sessions =
            new Sessions(database.jdbc(), new TestClock(), Duration.ofHours(12), Duration.ofHours(168));
    private final Accounts accounts = new DatabaseAccounts(database.dataSource(), sessions, access);

    @Test
    public void listsAccountsByName() {
        accounts.create("zoe", PASSWORD, Set.of(Caller.VIEWER));
        accounts.create("Ada", PASSWORD, Set.of(Caller.STAFF));

        assertThat(accounts.list())
                .containsExactly(
                        new Accounts.Account("Ada", Set.of(Caller.STAFF)),
                        new Accounts.Account("zoe", Set.of(Caller.VIEWER)));
    }

    @Test
    public void givesANameOnceWhateverItsCaseAndWidth() {
        accounts.create("Ada", PASSWORD, Set.of(Caller.STAFF));

        assertThatThrownBy(() -> accounts.create("ａDA", PASSWORD, Set.of(Caller.STAFF)))
                .isInstanceOf(ConflictException.class);
    }

    @Test
    public void namesEverythingThatIsWrong() {
        InvalidValueException e = catchThrowableOfType(
                InvalidValueException.class, () -> accounts.create("a b", "short", Set.of("root")));

        assertThat(e.errors()).extracting("field").containsExactly("password", "name", "roles");
        assertThatThrownBy(() -> accounts.create("x".repeat(61), PASSWORD, Set.of(Caller.STAFF)))
                .isInstanceOf(InvalidValueException.class);
        assertThatThrownBy(() -> accounts.create("x", PASSWORD, Set.of())).isInstanceOf(InvalidValueException.class);
        assertThatThrownBy(() -> accounts.changePassword("x", PASSWORD)).isInstanceOf(NotFoundException.class);
    }

    @Test
    public void areForAdministratorsAlone() {
        for (String role : List.of(Caller.STAFF, Caller.VIEWER, "nothing")) {
            Callers.runAs(new Caller("eve", Set.of(role)), () -> {
                assertThatThrownBy(() -> accounts.create("x", PASSWORD, Set.of(Caller.ADMINISTRATOR)))
                        .isInstanceOf(ForbiddenException.class);
                assertThatThrownBy(() -> accounts.changePassword("x", PASSWORD)).isInstanceOf(ForbiddenException.class);
                assertThatThrownBy(accounts::list).isInstanceOf(ForbiddenException.class);
            });
        }
        assertThat(accounts.list()).isEmpty();
    }

    @Test
    public void rolesAllowWhatTheySay() {
        assertThat(allowed(Caller.ADMINISTRATOR, "customer")).containsExactly(Action.values());
        assertThat(allowed(Caller.STAFF, "customer"))
                .containsExactly(
                        Action.READ, Action.CREATE, Action.UPDATE, Action.ARCHIVE, Action.IMPORT, Action.EXPORT);
        assertThat(allowed(Caller.VIEWER, "customer")).containsExactly(Action.READ);
        assertThat(allowed(Caller.STAFF, "event")).isEmpty();
        assertThat(allowed("nothing", "customer")).isEmpty();
        Callers.bind(null);
        assertThatThrownBy(() -> access.require(Action.READ, "customer")).isInstanceOf(NotSignedInException.class);
    }

    @Test
    public void theFirstStartMakesOneAdministratorAndShowsItsPasswordOnce() {
        String first = firstStart();
        String second = firstStart();

        assertThat(first).matches("user: admin  password: [A-Za-z2-9]{20}\\R");
        assertThat(second).isEmpty();
        assertThat(accounts.list()).containsExactly(new Accounts.Account("admin", Set.of(Caller.ADMINISTRATOR)));
        String password = first.strip().substring("user: admin  password: ".length());
        assertThat(new PasswordCheck(new UserTable(database.jdbc())).verify("admin", password))
                .isPresent();
    }

    private String firstStart() {
        ByteArrayOutputStream console = new ByteArrayOutputStream();
        FirstAdministrator.makeWhereNeeded(
                new UserTable(database.jdbc()), accounts, new PrintStream(console, true, StandardCharsets.UTF_8));
        return console.toString(StandardCharsets.UTF_8);
    }

    private List<Action> allowed(String role, String recordType) {
        return Callers.callAs(new Caller("eve", Set.of(role)), () -> List.of(Action.values()).stream()
                .filter(action -> {
                    try {
                        access.require(action, recordType);
                        return true;
                    } catch (ForbiddenException e) {
                        return false;
                    }
                })
                .toList());
    }
}
