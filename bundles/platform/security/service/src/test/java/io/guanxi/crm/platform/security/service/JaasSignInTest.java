package io.guanxi.crm.platform.security.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.guanxi.crm.platform.problem.TooManyRequestsException;
import io.guanxi.crm.platform.security.Caller;
import io.guanxi.crm.platform.security.Origin;
import io.guanxi.crm.platform.security.Session;
import io.guanxi.crm.platform.security.UserData;
import io.guanxi.crm.platform.testing.SignedIn;
import io.guanxi.crm.platform.testing.TestDatabase;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;

public class JaasSignInTest {

    private static final String PASSWORD = "correct horse 电池";

    @Rule
    public final TestDatabase database = new TestDatabase("security");

    @Rule
    public final SignedIn administrator = SignedIn.administrator();

    private final Household house = new Household(database);
    private final TestClock clock = house.clock;
    private final JaasSignIn signIn = house.signIn;

    @Before
    public void addUser() {
        house.users.create(UserData.of("王芳", Set.of("manager", "auditor")), PASSWORD);
        house.users.create(UserData.of("Ada", Set.of(Caller.ADMINISTRATOR)), PASSWORD);
    }

    private void changePassword(String name) {
        house.users.setPassword(house.users.named(name).orElseThrow().id(), "another long one");
    }

    @Test
    public void knowsAUserByPassword() {
        Caller caller = signIn.authenticate("王芳", PASSWORD).orElseThrow();
        assertThat(caller.name()).isEqualTo("王芳");
        assertThat(caller.roles()).containsExactlyInAnyOrder("manager", "auditor");
        assertThat(caller.user()).contains(house.users.named("王芳").orElseThrow().id());
        assertThat(signIn.authenticate("ＡＤＡ", PASSWORD)).map(Caller::name).contains("Ada");
    }

    @Test
    public void refusesWrongPasswordsAndStrangersAlike() {
        assertThat(signIn.authenticate("Ada", PASSWORD + " ")).isEmpty();
        assertThat(signIn.authenticate("Nobody", PASSWORD)).isEmpty();
        assertThat(signIn.authenticate("", "")).isEmpty();
        assertThat(signIn.authenticate("a\0b", PASSWORD)).isEmpty();
        assertThat(signIn.authenticate("\ud800", PASSWORD)).isEmpty();
        assertThat(signIn.authenticate("' OR '1'='1", PASSWORD)).isEmpty();
        assertThat(signIn.authenticate("Ada", "x".repeat(100_000))).isEmpty();
    }

    @Test
    public void slowsGuessingDownWhoeverIsMeant() {
        for (String name : new String[] {"Ada", "Nobody"}) {
            for (int i = 0; i < 5; i++) {
                assertThat(signIn.authenticate(name, "wrong password")).isEmpty();
            }
            TooManyRequestsException e =
                    catchThrowableOfType(TooManyRequestsException.class, () -> signIn.authenticate(name, PASSWORD));
            assertThat(e.retryAfter()).isEqualTo(Duration.ofSeconds(1));
        }
        clock.advance(Duration.ofSeconds(1));
        assertThat(signIn.authenticate("Ada", PASSWORD)).isPresent();
        assertThat(signIn.authenticate("Ada", "wrong password")).isEmpty();
        assertThat(signIn.authenticate("Ada", PASSWORD)).isPresent();
    }

    @Test
    public void takesManyRequestsOfOneScriptForOneAttempt() {
        long known = java.util.stream.IntStream.range(0, 40)
                .mapToObj(i ->
                        java.util.concurrent.CompletableFuture.supplyAsync(() -> signIn.authenticate("Ada", PASSWORD)))
                .toList()
                .stream()
                .filter(answer -> answer.join().isPresent())
                .count();

        assertThat(known).isEqualTo(40);
    }

    @Test
    public void forgetsAnOldPasswordAtOnce() {
        assertThat(signIn.authenticate("Ada", PASSWORD)).isPresent();
        assertThat(signIn.authenticate("Ada", PASSWORD)).isPresent();

        changePassword("ada");
        clock.advance(Duration.ofSeconds(2));

        assertThat(signIn.authenticate("Ada", PASSWORD)).isEmpty();
        assertThat(signIn.authenticate("Ada", "another long one")).isPresent();
    }

    @Test
    public void keepsASessionByItsToken() {
        Session session = signIn.open("ada", PASSWORD, Origin.UNKNOWN).orElseThrow();

        assertThat(signIn.session(session.token())).contains(session);
        assertThat(session.caller().name()).isEqualTo("Ada");
        assertThat(session.token()).hasSize(43).isNotEqualTo(session.csrfToken());
        assertThat(signIn.session(session.csrfToken())).isEmpty();
        assertThat(signIn.session("nonsense")).isEmpty();
        assertThat(storedTokens()).doesNotContain(session.token());
    }

    @Test
    public void endsASession() {
        Session one = signIn.open("ada", PASSWORD, Origin.UNKNOWN).orElseThrow();
        Session other = signIn.open("ada", PASSWORD, Origin.UNKNOWN).orElseThrow();

        signIn.close(one.token());
        signIn.close("nonsense");

        assertThat(signIn.session(one.token())).isEmpty();
        assertThat(signIn.session(other.token())).isPresent();
    }

    @Test
    public void endsAllSessionsWithThePassword() {
        Session session = signIn.open("ada", PASSWORD, Origin.UNKNOWN).orElseThrow();
        assertThat(signIn.session(session.token())).isPresent();

        changePassword("Ada");

        assertThat(signIn.session(session.token())).isEmpty();
    }

    @Test
    public void letsASessionLiveWhileItIsUsedButNotForever() {
        Session session = signIn.open("ada", PASSWORD, Origin.UNKNOWN).orElseThrow();
        for (int hours = 0; hours < 160; hours += 8) {
            clock.advance(Duration.ofHours(8));
            assertThat(signIn.session(session.token())).isPresent();
        }
        clock.advance(Duration.ofHours(8));
        assertThat(signIn.session(session.token())).isEmpty();
    }

    @Test
    public void endsAnUnusedSession() {
        Session session = signIn.open("ada", PASSWORD, Origin.UNKNOWN).orElseThrow();
        clock.advance(Duration.ofHours(12));
        assertThat(signIn.session(session.token())).isEmpty();
        signIn.open("ada", PASSWORD, Origin.UNKNOWN);
        clock.advance(Duration.ofSeconds(1));
        signIn.open("ada", PASSWORD, Origin.UNKNOWN);
        assertThat(storedTokens()).hasSize(2);
    }

    @Test
    public void saysSoWhenTheRealmIsMissing() {
        JaasSignIn homeless = new JaasSignIn(
                database.jdbc(),
                house.sessions,
                new JaasLogin("no-such-realm", new NoRealm()),
                clock,
                house.edition,
                house.sources,
                new RealmAccounts(database.jdbc(), house.administration, house.sources, clock));

        assertThatThrownBy(() -> homeless.authenticate("Ada", PASSWORD)).isInstanceOf(IllegalStateException.class);
    }

    private java.util.List<String> storedTokens() {
        return database.jdbc()
                .list(
                        "SELECT TOKEN_HASH FROM CRM_SECURITY_SESSION",
                        io.guanxi.crm.platform.persistence.Jdbc.NONE,
                        row -> Optional.ofNullable(row.getString(1)).orElse(""));
    }

    /** A configuration that has no realm. */
    private static final class NoRealm extends javax.security.auth.login.Configuration {

        @Override
        public javax.security.auth.login.AppConfigurationEntry[] getAppConfigurationEntry(String name) {
            return new javax.security.auth.login.AppConfigurationEntry[0];
        }
    }
}
