package io.guanxi.crm.platform.security.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.guanxi.crm.platform.problem.InvalidValueException;
import io.guanxi.crm.platform.problem.TooManyRequestsException;
import io.guanxi.crm.platform.security.Caller;
import io.guanxi.crm.platform.security.Callers;
import io.guanxi.crm.platform.security.Department;
import io.guanxi.crm.platform.security.Origin;
import io.guanxi.crm.platform.security.Session;
import io.guanxi.crm.platform.security.Source;
import io.guanxi.crm.platform.security.User;
import io.guanxi.crm.platform.testing.SignedIn;
import io.guanxi.crm.platform.testing.TestDatabase;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.junit.runner.RunWith;
import org.junit.runners.Parameterized;
import org.junit.runners.Parameterized.Parameters;

/** Sign-in against a real directory server, through Karaf's own module. */
@RunWith(Parameterized.class)
public class OtherRealmTest {

    private static final String SECRET = "directory's own";

    @Rule
    public final TestDatabase database;

    @Rule
    public final Directory directory = new Directory();

    @Rule
    public final SignedIn administrator = SignedIn.administrator();

    private final Household house;

    @SuppressWarnings("NullAway.Init")
    private JaasSignIn signIn;

    @SuppressWarnings("NullAway.Init")
    private Department east;

    public OtherRealmTest(String name, Supplier<TestDatabase> database) {
        this.database = database.get();
        this.house = new Household(this.database);
    }

    @Parameters(name = "{0}")
    public static List<Object[]> databases() {
        return Household.databases();
    }

    @Before
    public void fill() {
        signIn = new JaasSignIn(
                database.jdbc(),
                house.sessions,
                new JaasLogin("crm", directory.realms(database.jdbc())),
                house.clock,
                house.edition,
                house.sources,
                new RealmAccounts(database.jdbc(), house.administration, house.sources, house.clock));
        house.user("root", Caller.ADMINISTRATOR);
        long company = house.department("公司", Optional.empty()).id();
        east = house.department("华东区", Optional.of(company));
        directory.person("li.na", SECRET);
        directory.person("wang.wu", SECRET);
        directory.group("crm-sales", "li.na");
        directory.group("east", "li.na", "wang.wu");
        settings(true, false);
    }

    private void settings(boolean create, boolean adopt) {
        house.sources.configure(new SignInSettings(
                List.of("crm", "ldap"),
                Map.of("crm-sales", Set.of("sales"), "crm-admins", Set.of(Caller.ADMINISTRATOR)),
                Set.of(),
                Map.of("east", List.of("公司", "华东区")),
                create,
                adopt));
    }

    @Test
    public void anAccountIsMadeAtFirstSignIn() {
        Caller caller = signIn.authenticate("li.na", SECRET).orElseThrow();

        assertThat(caller.roles()).containsExactly("sales");
        assertThat(caller.department()).contains(east.id());
        User made = house.users.named("li.na").orElseThrow();
        assertThat(made.source()).contains(Source.realm("ldap", "li.na"));
        assertThat(made.createdBy()).isEqualTo("realm:ldap");
        assertThat(signIn.authenticate("ＬＩ.na", SECRET)).map(Caller::user).contains(caller.user());
        assertThat(signIn.authenticate("root", Household.PASSWORD)).isPresent();
    }

    @Test
    public void aDepartmentIsNamedByItsIdToo() {
        for (String place : List.of("#" + east.id(), "#4711", "#x")) {
            house.sources.configure(new SignInSettings(
                    List.of("crm", "ldap"), Map.of(), Set.of("sales"), Map.of("east", List.of(place)), true, false));
            house.clock.advance(Duration.ofMinutes(1));
            assertThat(signIn.authenticate("wang.wu", SECRET).orElseThrow().department())
                    .isEqualTo(place.equals("#" + east.id()) ? Optional.of(east.id()) : Optional.empty());
        }
    }

    @Test
    public void noAccountIsMadeWhereNoneIsToBe() {
        settings(false, false);
        assertThat(signIn.authenticate("li.na", SECRET)).isEmpty();
        settings(true, false);
        // without a group that gives a role
        assertThat(signIn.authenticate("wang.wu", SECRET)).isEmpty();
        assertThat(house.users.named("li.na")).isEmpty();
        assertThat(house.users.named("wang.wu")).isEmpty();
    }

    @Test
    public void wrongPasswordsAndStrangersLookAlike() {
        signIn.authenticate("li.na", SECRET);
        assertThat(signIn.authenticate("li.na", "wrong password")).isEmpty();
        assertThat(signIn.authenticate("li.na", "")).isEmpty();
        assertThat(signIn.authenticate("nobody", SECRET)).isEmpty();
        assertThat(signIn.authenticate("*", SECRET)).isEmpty();
        assertThat(signIn.authenticate("li.na)(uid=*", SECRET)).isEmpty();
        assertThat(signIn.authenticate("l*", SECRET)).isEmpty();
        // is asked about a name of ours too
        int before = directory.binds();
        directory.person("root", "not ours");
        assertThat(signIn.authenticate("root", "wrong password")).isEmpty();
        assertThat(directory.binds()).isGreaterThan(before);
    }

    @Test
    public void whatTheDirectorySaysIsTakenOverAtEachSignIn() {
        Session session = signIn.open("li.na", SECRET, Origin.UNKNOWN).orElseThrow();
        directory.group("crm-sales", "wang.wu");
        directory.group("crm-admins", "li.na");
        directory.group("east", "wang.wu");
        house.clock.advance(Duration.ofMinutes(1));

        Caller caller = signIn.authenticate("li.na", SECRET).orElseThrow();

        assertThat(caller.roles()).containsExactly(Caller.ADMINISTRATOR);
        assertThat(caller.department()).isEmpty();
        // of those that are open too
        assertThat(signIn.session(session.token()).orElseThrow().caller().roles())
                .containsExactly(Caller.ADMINISTRATOR);
    }

    @Test
    public void aPasswordThatWasChangedThereIsForgottenWithinAMinute() {
        assertThat(signIn.authenticate("li.na", SECRET)).isPresent();
        directory.password("li.na", "another of them");
        for (int seconds = 0; seconds < 60; seconds += 20) {
            house.clock.advance(Duration.ofSeconds(20));
            signIn.authenticate("li.na", SECRET);
        }
        assertThat(signIn.authenticate("li.na", SECRET)).isEmpty();
        assertThat(signIn.authenticate("li.na", "another of them")).isPresent();
    }

    @Test
    public void whoIsDisabledHereStaysOut() {
        Session session = signIn.open("li.na", SECRET, Origin.UNKNOWN).orElseThrow();
        User user = house.users.named("li.na").orElseThrow();

        house.users.change(user.id(), user.version(), data -> data.enabled(false));

        assertThat(signIn.authenticate("li.na", SECRET)).isEmpty();
        assertThat(signIn.session(session.token())).isEmpty();
        assertThat(house.users.named("li.na").orElseThrow().data().enabled()).isFalse();
    }

    @Test
    public void nobodyComesInAsSomebodyOfOurs() {
        directory.person("root", SECRET);
        directory.group("crm-sales", "li.na", "root");

        assertThat(signIn.authenticate("root", SECRET)).isEmpty();
        assertThat(signIn.authenticate("root", Household.PASSWORD)).isPresent();
        assertThat(house.users.named("root").orElseThrow().source()).isEmpty();
    }

    @Test
    public void accountsOfOursAreTakenOverWhereThatIsWanted() {
        User ours = house.user("wang.wu", "auditor");
        directory.group("crm-sales", "wang.wu");
        settings(true, true);

        assertThat(signIn.authenticate("wang.wu", SECRET)).isPresent();

        assertThat(house.users.named("wang.wu").orElseThrow().id()).isEqualTo(ours.id());
        assertThat(signIn.authenticate("wang.wu", Household.PASSWORD)).isEmpty();
        assertThat(signIn.authenticate("wang.wu", SECRET).orElseThrow().roles()).containsExactly("sales");
    }

    @Test
    public void theLastAdministratorStaysOne() {
        directory.person("root", SECRET);
        directory.group("crm-sales", "root");
        settings(true, true);

        assertThat(signIn.authenticate("root", SECRET).orElseThrow().roles())
                .containsExactlyInAnyOrder("sales", Caller.ADMINISTRATOR);

        house.user("second", Caller.ADMINISTRATOR);
        house.clock.advance(Duration.ofMinutes(1));
        assertThat(signIn.authenticate("root", SECRET).orElseThrow().roles()).containsExactly("sales");
    }

    @Test
    public void whatIsKeptThereCantBeChangedHere() {
        Caller caller = signIn.authenticate("li.na", SECRET).orElseThrow();
        User user = house.users.named("li.na").orElseThrow();

        assertThat(house.users.managed(user)).containsExactlyInAnyOrder("roles", "departmentId", "password");
        assertThat(fields(
                        () -> house.users.change(user.id(), user.version(), data -> data.withRoles(Set.of("auditor")))))
                .containsExactly("roles");
        assertThat(fields(() -> house.users.change(user.id(), user.version(), data -> data.in(Optional.empty()))))
                .containsExactly("departmentId");
        assertThat(fields(() -> house.users.setPassword(user.id(), "another long one")))
                .containsExactly("password");
        Callers.runAs(caller, () -> assertThat(
                        fields(() -> house.own.changePassword(SECRET, "another long one", Optional.empty())))
                .containsExactly("password"));
        // with the realm goes what it holds
        house.sources.configure(SignInSettings.OWN);
        assertThat(house.users.managed(user)).isEmpty();
        house.users.setPassword(user.id(), "another long one");
        assertThat(signIn.authenticate("li.na", "another long one")).isPresent();
    }

    @Test
    public void tenThousandGuessesReachTheDirectoryAFewHundredTimes() {
        directory.person("root", SECRET);
        int refused = 0;
        int before = directory.binds();
        for (int i = 0; i < 10_000; i++) {
            String name = i % 2 == 0 ? "li.na" : "wang.wu";
            try {
                assertThat(signIn.authenticate(name, "guess number " + i)).isEmpty();
            } catch (TooManyRequestsException e) {
                refused++;
            }
        }
        assertThat(directory.binds() - before).isEqualTo(10);
        assertThat(refused).isEqualTo(9_990);
        TooManyRequestsException e =
                catchThrowableOfType(TooManyRequestsException.class, () -> signIn.authenticate("li.na", SECRET));
        assertThat(e.retryAfter()).isEqualTo(Duration.ofSeconds(1));
    }

    @Test
    public void aDirectoryOutOfReachLetsNobodyInAndKeepsNobodyOut() {
        directory.away();
        assertThat(signIn.authenticate("li.na", SECRET)).isEmpty();
        assertThat(signIn.authenticate("root", Household.PASSWORD)).isPresent();
    }

    @Test
    public void aRealmThatThereIsNotLetsNobodyIn() {
        house.sources.configure(
                new SignInSettings(List.of("none", "crm"), Map.of(), Set.of("sales"), Map.of(), true, false));
        assertThat(signIn.authenticate("li.na", SECRET)).isEmpty();
        assertThat(signIn.authenticate("root", Household.PASSWORD)).isPresent();
    }

    @Test
    public void settingsAreReadOrRefused() {
        assertThatThrownBy(() -> SignInSettings.of(new Text("crm, ldap", "crm-sales")))
                .isInstanceOf(IllegalArgumentException.class);
        SignInSettings read = SignInSettings.of(new Text(" crm ,ldap,", "a = sales, a=service , b=auditor"));
        assertThat(read.realms()).containsExactly("crm", "ldap");
        assertThat(read.rolesOf(Set.of("a"))).containsExactlyInAnyOrder("sales", "service");
        assertThat(read.rolesOf(Set.of("x"))).isEmpty();
        assertThat(SignInSettings.of(new Text("", "")).realms()).containsExactly("crm");
    }

    private static List<String> fields(org.assertj.core.api.ThrowableAssert.ThrowingCallable work) {
        return catchThrowableOfType(InvalidValueException.class, work).errors().stream()
                .map(error -> error.field())
                .toList();
    }

    /** The settings as they stand in a file. */
    @SuppressWarnings({"BadAnnotationImplementation", "ClassExplicitlyAnnotation"})
    private record Text(String realms, String roles) implements SignInConfig {

        @Override
        public String defaultRoles() {
            return "";
        }

        @Override
        public String departments() {
            return "a=公司/华东区";
        }

        @Override
        public boolean createUsers() {
            return true;
        }

        @Override
        public boolean adopt() {
            return false;
        }

        @Override
        public Class<? extends java.lang.annotation.Annotation> annotationType() {
            return SignInConfig.class;
        }
    }
}
