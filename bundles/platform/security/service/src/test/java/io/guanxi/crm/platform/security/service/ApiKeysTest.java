package io.guanxi.crm.platform.security.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.guanxi.crm.platform.persistence.Jdbc;
import io.guanxi.crm.platform.problem.ConflictException;
import io.guanxi.crm.platform.problem.ForbiddenException;
import io.guanxi.crm.platform.problem.InvalidValueException;
import io.guanxi.crm.platform.problem.NotFoundException;
import io.guanxi.crm.platform.security.ApiKey;
import io.guanxi.crm.platform.security.ApiKeyData;
import io.guanxi.crm.platform.security.Caller;
import io.guanxi.crm.platform.security.Callers;
import io.guanxi.crm.platform.security.IssuedKey;
import io.guanxi.crm.platform.security.User;
import io.guanxi.crm.platform.security.UserData;
import io.guanxi.crm.platform.testing.SignedIn;
import io.guanxi.crm.platform.testing.TestDatabase;
import java.time.Duration;
import java.time.Instant;
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

@RunWith(Parameterized.class)
public class ApiKeysTest {

    @Rule
    public final TestDatabase database;

    @Rule
    public final SignedIn administrator = SignedIn.administrator();

    private final Household house;

    public ApiKeysTest(String name, Supplier<TestDatabase> database) {
        this.database = database.get();
        this.house = new Household(this.database);
    }

    @Parameters(name = "{0}")
    public static List<Object[]> databases() {
        return Household.databases();
    }

    @Before
    public void addUsers() {
        house.user("root", Caller.ADMINISTRATOR);
        house.user("ada", "sales", "service");
        house.user("bob", "sales");
    }

    @Test
    public void callInTheirOwnersName() {
        IssuedKey issued = issue("ada", key("erp", "sales"));

        Caller caller = house.signIn.apiKey(issued.token()).orElseThrow();

        assertThat(caller.name()).isEqualTo("ada:erp");
        assertThat(caller.roles()).containsExactly("sales");
        assertThat(caller.user()).contains(user("ada").id());
        assertThat(issued.token()).hasSize(47).startsWith("crm_");
        assertThat(issued.toString()).doesNotContain(issued.token());
        assertThat(tokens()).hasSize(1).doesNotContain(issued.token());
        assertThat(Callers.callAs(caller("ada"), house.keys::list))
                .singleElement()
                .satisfies(key -> assertThat(key.lastUsedAt()).contains(house.clock.instant()));
    }

    @Test
    public void areNoUseWhenForgedExpiredOrRevoked() {
        IssuedKey issued = issue(
                "ada",
                new ApiKeyData(
                        "erp",
                        Set.of("sales"),
                        Optional.empty(),
                        Optional.of(house.clock.instant().plus(Duration.ofHours(1)))));
        IssuedKey other = issue("ada", key("shop", "sales"));

        for (String forged :
                List.of("", "crm_", issued.token() + "x", issued.token().substring(4), "x".repeat(300))) {
            assertThat(house.signIn.apiKey(forged)).isEmpty();
        }
        assertThat(house.signIn.apiKey(issued.token())).isPresent();
        house.clock.advance(Duration.ofHours(1));
        assertThat(house.signIn.apiKey(issued.token())).isEmpty();
        assertThat(house.signIn.apiKey(other.token())).isPresent();
        Callers.runAs(caller("ada"), () -> house.keys.revoke(other.key().id()));
        assertThat(house.signIn.apiKey(other.token())).isEmpty();
    }

    @Test
    public void neverMayMoreThanTheirOwnerToday() {
        IssuedKey issued = issue("ada", key("erp", "sales", "service"));
        assertThat(house.signIn.apiKey(issued.token()).orElseThrow().roles()).hasSize(2);

        change("ada", data -> data.withRoles(Set.of("service", "analyst")));
        assertThat(house.signIn.apiKey(issued.token()).orElseThrow().roles()).containsExactly("service");

        change("ada", data -> data.enabled(false));
        assertThat(house.signIn.apiKey(issued.token())).isEmpty();
    }

    @Test
    public void belongToTheirOwnersDepartmentOrOneBelow() {
        long sales = house.department("销售部", Optional.empty()).id();
        long east = house.department("华东区", Optional.of(sales)).id();
        long service = house.department("客服部", Optional.empty()).id();
        change("ada", data -> data.in(Optional.of(sales)));

        Caller plain =
                house.signIn.apiKey(issue("ada", key("plain", "sales")).token()).orElseThrow();
        Caller below =
                house.signIn.apiKey(issue("ada", in(east, "below")).token()).orElseThrow();

        assertThat(plain.department()).contains(sales);
        assertThat(below.department()).contains(east);
        assertThatThrownBy(() -> issue("ada", in(service, "beside"))).isInstanceOf(InvalidValueException.class);
        issue("root", in(service, "anywhere"));
        assertThatThrownBy(() -> house.departments.delete(east)).isInstanceOf(ConflictException.class);
    }

    @Test
    public void nameEverythingThatIsWrong() {
        ApiKeyData wrong = new ApiKeyData(
                "a b", Set.of(Caller.ADMINISTRATOR), Optional.of(4711L), Optional.of(house.clock.instant()));

        InvalidValueException e = catchThrowableOfType(InvalidValueException.class, () -> issue("ada", wrong));

        assertThat(e.errors()).extracting("field").containsExactly("name", "roles", "departmentId", "expiresAt");
        assertThatThrownBy(() -> issue("ada", key("x"))).isInstanceOf(InvalidValueException.class);
        ApiKeyData endless = new ApiKeyData("x", Set.of("sales"), Optional.empty(), Optional.of(Instant.MAX));
        assertThatThrownBy(() -> issue("ada", endless)).isInstanceOf(InvalidValueException.class);
        issue("ada", key("erp", "sales"));
        assertThatThrownBy(() -> issue("ada", key("ＥＲＰ", "sales"))).isInstanceOf(ConflictException.class);
        assertThatThrownBy(() -> issue("ada", key("ERP", "sales"))).isInstanceOf(ConflictException.class);
        issue("bob", key("erp", "sales"));
    }

    @Test
    public void ofOthersAreHiddenButFromAdministrators() {
        ApiKey adas = issue("ada", key("erp", "sales")).key();

        Callers.runAs(caller("bob"), () -> {
            assertThat(house.keys.list()).isEmpty();
            assertThat(house.keys.find(adas.id())).isEmpty();
            assertThatThrownBy(() -> house.keys.revoke(adas.id())).isInstanceOf(NotFoundException.class);
        });
        Callers.runAs(caller("root"), () -> {
            assertThat(house.keys.list()).extracting(ApiKey::owner).containsExactly("ada");
            house.keys.revoke(adas.id());
        });
    }

    @Test
    public void dontMakeKeysNorChangeTheirOwner() {
        IssuedKey issued = issue("ada", key("erp", "sales"));
        Caller caller = house.signIn.apiKey(issued.token()).orElseThrow();

        Callers.runAs(caller, () -> {
            assertThatThrownBy(() -> house.keys.issue(key("more", "sales"))).isInstanceOf(ForbiddenException.class);
            assertThatThrownBy(house.keys::list).isInstanceOf(ForbiddenException.class);
            assertThatThrownBy(() -> house.own.changePassword(Household.PASSWORD, "another long one", Optional.empty()))
                    .isInstanceOf(ForbiddenException.class);
            assertThatThrownBy(house.own::get).isInstanceOf(ForbiddenException.class);
            assertThat(house.own.find()).isEmpty();
        });
        house.user("carl", "auditor");
        assertThatThrownBy(() -> issue("carl", key("x", "auditor"))).isInstanceOf(ForbiddenException.class);
    }

    @Test
    public void keepTheirRolesFromBeingDeleted() {
        assertThatThrownBy(() -> house.keys.issue(key("x", "sales"))).isInstanceOf(ForbiddenException.class);
        issue("root", key("erp", "sales"));
        Jdbc jdbc = database.jdbc();
        long sales = jdbc.first(
                        "SELECT ID FROM CRM_SECURITY_ROLE WHERE CODE = 'sales'", Jdbc.NONE, row -> row.getLong(1))
                .orElseThrow();
        change("ada", data -> data.withRoles(Set.of("service")));
        change("bob", data -> data.withRoles(Set.of("service")));

        assertThat(new RoleTable(jdbc).isInUse(sales)).isTrue();
    }

    private IssuedKey issue(String owner, ApiKeyData data) {
        return Callers.callAs(caller(owner), () -> house.keys.issue(data));
    }

    private static ApiKeyData key(String name, String... roles) {
        return new ApiKeyData(name, Set.of(roles), Optional.empty(), Optional.empty());
    }

    private static ApiKeyData in(long department, String name) {
        return new ApiKeyData(name, Set.of("sales"), Optional.of(department), Optional.empty());
    }

    private Caller caller(String name) {
        return house.signIn.authenticate(name, Household.PASSWORD).orElseThrow();
    }

    private User user(String name) {
        return house.users.named(name).orElseThrow();
    }

    private void change(String name, UnaryOperator<UserData> change) {
        house.users.change(user(name).id(), user(name).version(), change);
    }

    private List<String> tokens() {
        return database.jdbc().list("SELECT TOKEN_HASH FROM CRM_SECURITY_API_KEY", Jdbc.NONE, row -> row.getString(1));
    }
}
