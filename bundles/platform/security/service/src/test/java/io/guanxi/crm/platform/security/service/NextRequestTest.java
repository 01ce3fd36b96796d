package io.guanxi.crm.platform.security.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.guanxi.crm.platform.problem.TooManyRequestsException;
import io.guanxi.crm.platform.security.Caller;
import io.guanxi.crm.platform.security.LastAdministratorException;
import io.guanxi.crm.platform.security.Origin;
import io.guanxi.crm.platform.security.Session;
import io.guanxi.crm.platform.security.User;
import io.guanxi.crm.platform.security.UserData;
import io.guanxi.crm.platform.testing.SignedIn;
import io.guanxi.crm.platform.testing.TestDatabase;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.junit.runner.RunWith;
import org.junit.runners.Parameterized;
import org.junit.runners.Parameterized.Parameters;

/** S14: who is disabled, moved or demoted meanwhile is so with the next request, by cookie and by password. */
@RunWith(Parameterized.class)
public class NextRequestTest {

    @Rule
    public final TestDatabase database;

    @Rule
    public final SignedIn administrator = SignedIn.administrator();

    private final Household here;
    private final Household there;

    public NextRequestTest(String name, Supplier<TestDatabase> database) {
        this.database = database.get();
        this.here = new Household(this.database);
        this.there = new Household(this.database);
    }

    @Parameters(name = "{0}")
    public static List<Object[]> databases() {
        return Household.databases();
    }

    @Before
    public void addUsers() {
        here.user("ada", "manager");
        here.user("root", Caller.ADMINISTRATOR);
    }

    @Test
    public void aDisabledUserIsOut() {
        Session session = signedInEverywhere();

        change(data -> data.enabled(false));

        assertThat(here.signIn.session(session.token())).isEmpty();
        assertThat(here.signIn.authenticate("ada", Household.PASSWORD)).isEmpty();
        there.clock.advance(Duration.ofSeconds(2));
        assertThat(there.signIn.session(session.token())).isEmpty();
        assertThat(there.signIn.authenticate("ada", Household.PASSWORD)).isEmpty();
        change(data -> data.enabled(true));
        assertThat(here.signIn.session(session.token())).isEmpty();
    }

    @Test
    public void aDisabledUserLooksLikeAWrongPassword() {
        change(data -> data.enabled(false));
        for (String name : List.of("ada", "root", "nobody")) {
            String password = name.equals("ada") ? Household.PASSWORD : "wrong password";
            for (int i = 0; i < 5; i++) {
                assertThat(here.signIn.authenticate(name, password)).isEmpty();
            }
            TooManyRequestsException e = catchThrowableOfType(
                    TooManyRequestsException.class, () -> here.signIn.authenticate(name, password));
            assertThat(e.retryAfter()).isEqualTo(Duration.ofSeconds(1));
        }
    }

    @Test
    public void aDemotedUserHasTheNewRoles() {
        Session session = signedInEverywhere();

        change(data -> data.withRoles(Set.of("auditor")));

        assertThat(caller(here, session).roles()).containsExactly("auditor");
        assertThat(here.signIn
                        .authenticate("ada", Household.PASSWORD)
                        .orElseThrow()
                        .roles())
                .containsExactly("auditor");
        there.clock.advance(Duration.ofSeconds(2));
        assertThat(caller(there, session).roles()).containsExactly("auditor");
        assertThat(there.signIn
                        .authenticate("ada", Household.PASSWORD)
                        .orElseThrow()
                        .roles())
                .containsExactly("auditor");
    }

    @Test
    public void aMovedUserIsInTheNewDepartment() {
        Session session = signedInEverywhere();
        long sales = here.department("销售部", Optional.empty()).id();

        change(data -> data.in(Optional.of(sales)));

        assertThat(caller(here, session).department()).contains(sales);
        there.clock.advance(Duration.ofSeconds(2));
        assertThat(caller(there, session).department()).contains(sales);
    }

    @Test
    public void aFailedChangeChangesNothing() {
        Session session =
                here.signIn.open("root", Household.PASSWORD, Origin.UNKNOWN).orElseThrow();
        User root = here.users.named("root").orElseThrow();

        assertThatThrownBy(() -> here.users.change(root.id(), root.version(), data -> data.enabled(false)))
                .isInstanceOf(LastAdministratorException.class);

        assertThat(here.signIn.session(session.token())).isPresent();
        assertThat(here.users.find(root.id())).contains(root);
    }

    private Session signedInEverywhere() {
        Session session =
                here.signIn.open("ada", Household.PASSWORD, Origin.UNKNOWN).orElseThrow();
        for (Household node : List.of(here, there)) {
            assertThat(node.signIn.session(session.token())).isPresent();
            assertThat(node.signIn.authenticate("ada", Household.PASSWORD)).isPresent();
            assertThat(node.signIn.authenticate("ada", Household.PASSWORD)).isPresent();
        }
        return session;
    }

    private static Caller caller(Household node, Session session) {
        return node.signIn.session(session.token()).orElseThrow().caller();
    }

    private void change(UnaryOperator<UserData> change) {
        User ada = here.users.named("ada").orElseThrow();
        here.users.change(ada.id(), ada.version(), change);
    }
}
