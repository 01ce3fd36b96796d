package io.guanxi.crm.platform.history.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.guanxi.crm.platform.history.Change;
import io.guanxi.crm.platform.history.ChangeEntry;
import io.guanxi.crm.platform.history.ChangeKind;
import io.guanxi.crm.platform.history.FieldChange;
import io.guanxi.crm.platform.history.FieldChanges;
import io.guanxi.crm.platform.history.HistoryQuery;
import io.guanxi.crm.platform.testing.OpenAccess;
import io.guanxi.crm.platform.testing.SignedIn;
import io.guanxi.crm.platform.testing.TestDatabase;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;

public class JdbcChangeLogTest {

    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

    @Rule
    public final TestDatabase database = new TestDatabase("history");

    @Rule
    public final SignedIn signedIn = SignedIn.administrator();

    private JdbcChangeLog log;

    @Before
    public void open() {
        log = new JdbcChangeLog(database.dataSource(), new OpenAccess());
    }

    @Test
    public void tellsWhoChangedWhichFieldWhen() {
        Change renamed = new Change(
                "customer",
                42,
                ChangeKind.CHANGED,
                NOON,
                "ada",
                FieldChanges.between(
                        Map.of("name", "星辰", "phones", List.of()),
                        Map.of("name", "A \"B\"\n", "phones", List.of("1"))));
        log.record(renamed);

        assertThat(all("customer", 42)).containsExactly(renamed);
        assertThat(renamed.fields())
                .containsExactlyInAnyOrder(
                        new FieldChange("name", Optional.of("\"星辰\""), Optional.of("\"A \\\"B\\\"\\u000a\"")),
                        new FieldChange("phones", Optional.empty(), Optional.of("[\"1\"]")));
        assertThat(all("person", 42)).isEmpty();
        assertThat(all("customer", 43)).isEmpty();
    }

    @Test
    public void leavesNothingBehindWhereTheChangeFails() {
        assertThatThrownBy(() -> database.transactions().run(() -> {
                    log.record(created(1, NOON));
                    throw new IllegalStateException("boom");
                }))
                .hasMessage("boom");

        assertThat(all("customer", 1)).isEmpty();
    }

    @Test
    public void pagesNewestFirstAlsoAmongChangesOfOneInstant() {
        log.record(IntStream.range(0, 250)
                .mapToObj(i -> created(7, NOON.plusMillis(i / 100)))
                .toList());

        List<ChangeEntry> seen = new ArrayList<>();
        Optional<HistoryQuery.Position> after = Optional.empty();
        List<ChangeEntry> page;
        do {
            page = log.list(new HistoryQuery("customer", 7, List.of(), after, 60));
            seen.addAll(page);
            after = page.isEmpty()
                    ? after
                    : Optional.of(new HistoryQuery.Position(
                            page.get(page.size() - 1).change().at(),
                            page.get(page.size() - 1).id()));
        } while (!page.isEmpty());

        assertThat(seen).hasSize(250).doesNotHaveDuplicates();
        assertThat(seen).extracting(entry -> entry.change().at()).isSortedAccordingTo((a, b) -> b.compareTo(a));
    }

    @Test
    public void showsTheChangesOfSomeFieldsAlone() {
        log.record(List.of(
                created(1, NOON),
                changed(NOON.plusMillis(1), Map.of("stage", "lost", "name", "B")),
                changed(NOON.plusMillis(2), Map.of("city", "x"))));

        List<ChangeEntry> found = log.list(new HistoryQuery("customer", 1, List.of("name"), Optional.empty(), 10));

        assertThat(found).hasSize(1);
        assertThat(found.get(0).change().fields())
                .extracting(FieldChange::field)
                .containsExactly("name");
    }

    @Test
    public void keepsTextsOfAnyLength() {
        String long1 = "长".repeat(60_000);
        log.record(changed(NOON, Map.of("lines", long1)));

        assertThat(all("customer", 1).get(0).fields().get(0).after()).contains("\"" + long1 + "\"");
    }

    @Test
    public void writesValuesAsOnTheWire() {
        assertThat(FieldChanges.between(
                        Map.of(), Map.of("a", new BigDecimal("1E+3"), "b", ChangeKind.CREATED, "c", true, "d", NOON)))
                .extracting(change -> change.after().orElseThrow())
                .containsExactlyInAnyOrder("\"1000\"", "\"created\"", "true", "\"2026-03-01T12:00:00Z\"");
        assertThat(FieldChanges.between(
                        Map.of(), Map.of("e", new FieldChange("x", Optional.empty(), Optional.of("y")))))
                .extracting(change -> change.after().orElseThrow())
                .containsExactly("{\"field\":\"x\",\"after\":\"y\"}");
    }

    private List<Change> all(String type, long id) {
        return log.list(new HistoryQuery(type, id, List.of(), Optional.empty(), 100)).stream()
                .map(ChangeEntry::change)
                .toList();
    }

    private static Change created(long id, Instant at) {
        return Change.of("customer", id, ChangeKind.CREATED, at, "ada");
    }

    private static Change changed(Instant at, Map<String, Object> after) {
        return new Change("customer", 1, ChangeKind.CHANGED, at, "ada", FieldChanges.between(Map.of(), after));
    }
}
