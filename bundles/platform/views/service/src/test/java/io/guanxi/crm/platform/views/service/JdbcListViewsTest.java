package io.guanxi.crm.platform.views.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.guanxi.crm.platform.problem.ConflictException;
import io.guanxi.crm.platform.problem.FieldError;
import io.guanxi.crm.platform.problem.ForbiddenException;
import io.guanxi.crm.platform.problem.InvalidValueException;
import io.guanxi.crm.platform.problem.StaleVersionException;
import io.guanxi.crm.platform.security.Caller;
import io.guanxi.crm.platform.security.Callers;
import io.guanxi.crm.platform.testing.OpenAccess;
import io.guanxi.crm.platform.testing.Postgresql;
import io.guanxi.crm.platform.testing.SignedIn;
import io.guanxi.crm.platform.testing.TestDatabase;
import io.guanxi.crm.platform.views.ListView;
import io.guanxi.crm.platform.views.ListViews;
import io.guanxi.crm.platform.views.UnknownViewException;
import io.guanxi.crm.platform.views.ViewData;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.RuleChain;
import org.junit.runner.RunWith;
import org.junit.runners.Parameterized;
import org.junit.runners.Parameterized.Parameters;

@RunWith(Parameterized.class)
public class JdbcListViewsTest {

    private static final Caller ADA = new Caller("ada", Set.of("manager"));
    private static final Caller BOB = new Caller("bob", Set.of("manager"));

    private final TestDatabase database;
    private final ListViews views;

    @Rule
    public final RuleChain rules;

    public JdbcListViewsTest(String name, Supplier<TestDatabase> databases) {
        database = databases.get();
        views = new JdbcListViews(database.dataSource(), database.transactions(), new OpenAccess());
        rules = RuleChain.outerRule(SignedIn.administrator()).around(database);
    }

    @Parameters(name = "{0}")
    public static List<Object[]> databases() {
        Supplier<TestDatabase> derby = () -> new TestDatabase("views");
        Supplier<TestDatabase> postgresql = () -> new TestDatabase(Postgresql.fresh(), "views");
        return List.of(new Object[] {"Derby", derby}, new Object[] {"PostgreSQL", postgresql});
    }

    @Test
    public void everybodySeesTheirOwnAndWhatIsShared() {
        Callers.runAs(ADA, () -> {
            views.create(view("mine", false), false);
            views.create(view("ours", true), false);
        });
        long bobs = Callers.callAs(BOB, () -> views.create(view("mine", false), false))
                .id();

        assertThat(Callers.callAs(ADA, () -> names())).containsExactly("mine", "ours");
        assertThat(Callers.callAs(BOB, () -> names())).containsExactly("mine", "ours");
        assertThat(Callers.callAs(ADA, () -> views.find(bobs))).isEmpty();
        Callers.runAs(ADA, () -> {
            assertThatThrownBy(() -> views.delete(bobs)).isInstanceOf(UnknownViewException.class);
            assertThatThrownBy(() -> views.change(bobs, 1, data -> data)).isInstanceOf(UnknownViewException.class);
        });
    }

    @Test
    public void onlyItsOwnerAndAdministratorsChangeASharedOne() {
        ListView shared = Callers.callAs(ADA, () -> views.create(view("ours", true), false));

        Callers.runAs(BOB, () -> {
            assertThatThrownBy(() -> views.change(shared.id(), 1, data -> view("theirs", true)))
                    .isInstanceOf(ForbiddenException.class);
            assertThatThrownBy(() -> views.delete(shared.id())).isInstanceOf(ForbiddenException.class);
        });
        assertThat(views.change(shared.id(), 1, data -> view("everybody's", true))
                        .owner())
                .isEqualTo("ada");
        assertThatThrownBy(() -> views.change(shared.id(), 1, data -> view("late", true)))
                .isInstanceOf(StaleVersionException.class);
    }

    @Test
    public void aListOpensWithAtMostOneViewForEachUser() {
        long shared = Callers.callAs(ADA, () -> views.create(view("ours", true), true))
                .id();
        Callers.runAs(BOB, () -> {
            views.create(view("mine", false), true);
            assertThat(standard()).containsExactly("mine");
            views.standard(shared, true);
            assertThat(standard()).containsExactly("ours");
        });
        Callers.runAs(ADA, () -> views.change(shared, 1, data -> view("ours", false)));

        assertThat(Callers.callAs(ADA, this::standard)).containsExactly("ours");
        assertThat(Callers.callAs(BOB, this::standard)).isEmpty();
        Callers.runAs(ADA, () -> views.delete(shared));
        assertThat(Callers.callAs(ADA, this::names)).isEmpty();
    }

    @Test
    public void aNameIsTakenOncePerListAndUser() {
        views.create(view("A", false), false);

        assertThatThrownBy(() -> views.create(view("A", true), false)).isInstanceOf(ConflictException.class);
        assertThat(names()).containsExactly("A");
        views.create(new ViewData("order", "A", false, List.of(), "", "", "", Map.of()), false);
        long other = views.create(view("B", false), false).id();
        assertThatThrownBy(() -> views.change(other, 1, data -> view("A", false)))
                .isInstanceOf(ConflictException.class);
    }

    @Test
    public void refusesWhatIsTooLongOrTooMuch() {
        String longText = "x".repeat(4001);
        ViewData wrong = new ViewData(
                "", " ", false, Collections.nCopies(201, "c"), longText, longText, longText, Map.of("kind", longText));

        assertThatThrownBy(() -> views.create(wrong, false))
                .isInstanceOfSatisfying(InvalidValueException.class, e -> assertThat(e.errors())
                        .extracting(FieldError::field)
                        .containsExactly("list", "name", "columns", "q", "filter", "sort", "quick.kind"));
        IntStream.range(0, 100).forEach(n -> views.create(view("view " + n, false), false));
        assertThatThrownBy(() -> views.create(view("one more", false), false)).isInstanceOf(ConflictException.class);
        assertThat(names()).hasSize(100);
    }

    private List<String> names() {
        return views.of("customer").stream().map(view -> view.data().name()).toList();
    }

    private List<String> standard() {
        return views.of("customer").stream()
                .filter(ListView::standard)
                .map(view -> view.data().name())
                .toList();
    }

    private static ViewData view(String name, boolean shared) {
        return new ViewData(
                "customer", name, shared, List.of("name"), "张", "stage==lost", "-name", Map.of("kind", "company"));
    }
}
