package io.guanxi.crm.platform.security.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.guanxi.crm.platform.problem.ForbiddenException;
import io.guanxi.crm.platform.problem.InvalidValueException;
import io.guanxi.crm.platform.problem.NotFoundException;
import io.guanxi.crm.platform.problem.StaleVersionException;
import io.guanxi.crm.platform.problem.TooManyRequestsException;
import io.guanxi.crm.platform.security.Caller;
import io.guanxi.crm.platform.security.Callers;
import io.guanxi.crm.platform.security.OpenSession;
import io.guanxi.crm.platform.security.Origin;
import io.guanxi.crm.platform.security.ProfileData;
import io.guanxi.crm.platform.security.Session;
import io.guanxi.crm.platform.security.User;
import io.guanxi.crm.platform.testing.SignedIn;
import io.guanxi.crm.platform.testing.TestDatabase;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.junit.runner.RunWith;
import org.junit.runners.Parameterized;
import org.junit.runners.Parameterized.Parameters;

@RunWith(Parameterized.class)
public class OwnAccountTest {

    @Rule
    public final TestDatabase database;

    @Rule
    public final SignedIn administrator = SignedIn.administrator();

    private final Household house;

    public OwnAccountTest(String name, Supplier<TestDatabase> database) {
        this.database = database.get();
        this.house = new Household(this.database);
    }

    @Parameters(name = "{0}")
    public static List<Object[]> databases() {
        return Household.databases();
    }

    @Before
    public void addUsers() {
        house.user("ada", "sales");
        house.user("bob", "sales");
    }

    @Test
    public void isReadAndChangedByWhoseItIs() {
        asAda(() -> {
            User before = house.own.get();
            User after = house.own.change(
                    before.version(),
                    data -> new ProfileData(Optional.of("艾达"), Optional.of("zh-CN"), Optional.of("Asia/Shanghai")));

            assertThat(after.data().fullName()).contains("艾达");
            assertThat(after.data().timeZone()).contains("Asia/Shanghai");
            assertThat(after.data().roles()).containsExactly("sales");
            assertThat(after.updatedBy()).isEqualTo("ada");
            assertThat(house.own.get()).isEqualTo(after);
            assertThatThrownBy(() -> house.own.change(before.version(), data -> data))
                    .isInstanceOf(StaleVersionException.class);
            InvalidValueException e = catchThrowableOfType(
                    InvalidValueException.class,
                    () -> house.own.change(
                            after.version(),
                            data -> new ProfileData(Optional.empty(), Optional.of("fr"), Optional.of("Mars"))));
            assertThat(e.errors()).extracting("field").containsExactly("language", "timeZone");
        });
        assertThatThrownBy(house.own::get).isInstanceOf(ForbiddenException.class);
    }

    @Test
    public void changesItsPasswordWithTheOldOneAndEndsTheOtherSessions() {
        Session mine = open("ada");
        Session other = open("ada");
        Session bobs = open("bob");
        asAda(() -> {
            InvalidValueException wrong = catchThrowableOfType(
                    InvalidValueException.class,
                    () -> house.own.changePassword("not this one", "another long one", Optional.of(mine.token())));
            assertThat(wrong.errors()).extracting("field").containsExactly("current");
            InvalidValueException tooShort = catchThrowableOfType(
                    InvalidValueException.class,
                    () -> house.own.changePassword(Household.PASSWORD, "short", Optional.of(mine.token())));
            assertThat(tooShort.errors()).extracting("field").containsExactly("password");
            InvalidValueException nothing = catchThrowableOfType(
                    InvalidValueException.class, () -> house.own.changePassword("", "", Optional.empty()));
            assertThat(nothing.errors()).extracting("field").containsExactly("current", "password");
            house.own.changePassword(Household.PASSWORD, "another long one", Optional.of(mine.token()));
        });

        assertThat(house.signIn.session(mine.token())).isPresent();
        assertThat(house.signIn.session(other.token())).isEmpty();
        assertThat(house.signIn.session(bobs.token())).isPresent();
        assertThat(house.signIn.authenticate("ada", "another long one")).isPresent();
        house.clock.advance(Duration.ofSeconds(2));
        assertThat(house.signIn.authenticate("ada", Household.PASSWORD)).isEmpty();
    }

    @Test
    public void slowsGuessingOfThePasswordDown() {
        asAda(() -> {
            for (int i = 0; i < 5; i++) {
                assertThatThrownBy(() -> house.own.changePassword("not this one", "another long one", Optional.empty()))
                        .isInstanceOf(InvalidValueException.class);
            }
            assertThatThrownBy(() -> house.own.changePassword("not this one", "another long one", Optional.empty()))
                    .isInstanceOf(TooManyRequestsException.class);
        });
    }

    @Test
    public void showsItsSessionsAndEndsThem() {
        Session first = house.signIn
                .open("ada", Household.PASSWORD, new Origin("10.0.0.7", "Browser 火 1"))
                .orElseThrow();
        house.clock.advance(Duration.ofMinutes(5));
        Session second = open("ada");
        Session bobs = open("bob");
        assertThat(house.signIn.session(first.token())).isPresent();

        asAda(() -> {
            List<OpenSession> all = house.own.sessions(Optional.of(second.token()));
            assertThat(all).extracting(OpenSession::current).containsExactly(true, false);
            OpenSession older = all.get(1);
            assertThat(older.from()).isEqualTo(new Origin("10.0.0.7", "Browser ? 1"));
            assertThat(older.lastUsedAt()).isEqualTo(house.clock.instant());
            assertThat(older.createdAt()).isEqualTo(house.clock.instant().minus(Duration.ofMinutes(5)));
            assertThat(first.token()).doesNotContain(older.id());

            house.own.endSession(older.id());
            assertThatThrownBy(() -> house.own.endSession(older.id())).isInstanceOf(NotFoundException.class);
        });
        assertThat(house.signIn.session(first.token())).isEmpty();
        String bobsId = Callers.callAs(caller("bob"), () -> house.own.sessions(Optional.empty()))
                .get(0)
                .id();
        asAda(() -> assertThatThrownBy(() -> house.own.endSession(bobsId)).isInstanceOf(NotFoundException.class));
        Session third = open("ada");
        asAda(() -> house.own.endOtherSessions(Optional.of(third.token())));
        assertThat(house.signIn.session(second.token())).isEmpty();
        assertThat(house.signIn.session(third.token())).isPresent();
        assertThat(house.signIn.session(bobs.token())).isPresent();
    }

    private Session open(String name) {
        return house.signIn.open(name, Household.PASSWORD, Origin.UNKNOWN).orElseThrow();
    }

    private Caller caller(String name) {
        return house.users
                .named(name)
                .map(user -> new Caller(name, user.data().roles(), Optional.of(user.id()), Optional.empty()))
                .orElseThrow();
    }

    private void asAda(Runnable work) {
        Callers.runAs(caller("ada"), work);
    }
}
