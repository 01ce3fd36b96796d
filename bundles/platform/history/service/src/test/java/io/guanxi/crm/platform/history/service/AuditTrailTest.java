package io.guanxi.crm.platform.history.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.guanxi.crm.platform.audit.Act;
import io.guanxi.crm.platform.audit.ActKind;
import io.guanxi.crm.platform.audit.AuditEntry;
import io.guanxi.crm.platform.audit.Finding;
import io.guanxi.crm.platform.audit.Finding.Kind;
import io.guanxi.crm.platform.audit.Verification;
import io.guanxi.crm.platform.history.Change;
import io.guanxi.crm.platform.history.ChangeKind;
import io.guanxi.crm.platform.history.FieldChange;
import io.guanxi.crm.platform.persistence.Jdbc;
import io.guanxi.crm.platform.persistence.SqlDialect;
import io.guanxi.crm.platform.query.Filter;
import io.guanxi.crm.platform.query.ListQuery;
import io.guanxi.crm.platform.query.Position;
import io.guanxi.crm.platform.query.Slice;
import io.guanxi.crm.platform.query.SortOrder;
import io.guanxi.crm.platform.security.Caller;
import io.guanxi.crm.platform.security.Callers;
import io.guanxi.crm.platform.security.Origin;
import io.guanxi.crm.platform.testing.OpenAccess;
import io.guanxi.crm.platform.testing.Postgresql;
import io.guanxi.crm.platform.testing.SignedIn;
import io.guanxi.crm.platform.testing.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.assertj.core.groups.Tuple;
import org.junit.After;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.RuleChain;
import org.junit.rules.TemporaryFolder;
import org.junit.runner.RunWith;
import org.junit.runners.Parameterized;
import org.junit.runners.Parameterized.Parameters;

@RunWith(Parameterized.class)
public class AuditTrailTest {

    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

    @Parameters(name = "{0}")
    public static List<String> databases() {
        return List.of("derby", "postgresql");
    }

    private final TestDatabase database;
    private final TemporaryFolder folder = new TemporaryFolder();

    @Rule
    public final RuleChain rules;

    private JdbcChangeLog log;
    private JdbcAuditTrail trail;
    private Path anchors;

    public AuditTrailTest(String name) {
        database = name.equals("derby") ? new TestDatabase("history") : new TestDatabase(Postgresql.fresh(), "history");
        rules = RuleChain.outerRule(folder).around(database).around(SignedIn.administrator());
    }

    @Before
    public void open() {
        anchors = folder.getRoot().toPath().resolve("anchors");
        log = new JdbcChangeLog(database.dataSource(), new OpenAccess());
        trail = trail(Clock.systemUTC(), 0);
    }

    private JdbcAuditTrail trail(Clock clock, int days) {
        return new JdbcAuditTrail(database.jdbc(), database.transactions(), new OpenAccess(), anchors, clock, days);
    }

    @After
    public void close() {
        trail.close();
    }

    @Test
    public void anUntouchedTrailVerifies() {
        tellSomething();
        Verification first = trail.verify();
        changed(9, "name", "\"x\"", "\"y\"");
        Verification second = trail.verify();

        assertThat(first.findings()).isEmpty();
        assertThat(first.entries()).isEqualTo(7);
        assertThat(first.head().orElseThrow().position()).isEqualTo(7);
        assertThat(second.isUntouched()).isTrue();
        assertThat(second.seals()).isEqualTo(2);
        assertThat(second.anchors()).isEqualTo(2);
    }

    @Test
    public void anEmptyTrailVerifies() {
        assertThat(trail.verify().isUntouched()).isTrue();
        assertThat(trail.head()).isEmpty();
    }

    @Test
    public void sealsWhatCommitsLaterThanOthersThatTookTheirIdsAfterIt() {
        database.transactions().run(() -> {
            changed(1, "name", "\"a\"", "\"b\"");
            database.transactions().callAlone(() -> {
                changed(2, "name", "\"c\"", "\"d\"");
                // Derby would wait for the transaction around this one
                assertThat(isPostgresql() ? seal() : 1).isEqualTo(1);
                return 0;
            });
        });

        seal();
        assertThat(trail.verify().entries()).isEqualTo(2);
        assertThat(trail.verify().isUntouched()).isTrue();
    }

    @Test
    public void findsAnEditedChange() {
        tellSomething();
        seal();
        tamper("UPDATE CRM_HISTORY_CHANGE SET CHANGED_BY = 'eve' WHERE RECORD_ID = 2");

        assertThat(found()).containsExactly(tuple(Kind.EDITED, Optional.of("customer"), Optional.of(2L)));
    }

    @Test
    public void findsAnEditedFieldValue() {
        tellSomething();
        seal();
        tamper("UPDATE CRM_HISTORY_FIELD SET BEFORE_JSON = '\"nothing\"' WHERE CHANGE_ID ="
                + " (SELECT ID FROM CRM_HISTORY_CHANGE WHERE RECORD_ID = 3 AND KIND = 'CHANGED')");

        assertThat(found()).containsExactly(tuple(Kind.EDITED, Optional.of("customer"), Optional.of(3L)));
    }

    @Test
    public void findsAFieldThatWasAddedOrTakenAway() {
        tellSomething();
        seal();
        tamper("DELETE FROM CRM_HISTORY_FIELD WHERE CHANGE_ID ="
                + " (SELECT ID FROM CRM_HISTORY_CHANGE WHERE RECORD_ID = 3 AND KIND = 'CHANGED')");
        tamper("INSERT INTO CRM_HISTORY_FIELD (CHANGE_ID, ORDINAL, FIELD)"
                + " SELECT ID, 7, 'stage' FROM CRM_HISTORY_CHANGE WHERE RECORD_ID = 1");

        assertThat(found())
                .containsExactlyInAnyOrder(
                        tuple(Kind.EDITED, Optional.of("customer"), Optional.of(3L)),
                        tuple(Kind.EDITED, Optional.of("customer"), Optional.of(1L)));
    }

    @Test
    public void findsAnEditedAct() {
        tellSomething();
        seal();
        tamper("UPDATE CRM_HISTORY_ACT SET DETAIL = '{\"rows\":\"1\"}' WHERE KIND = 'EXPORTED'");
        tamper("UPDATE CRM_HISTORY_ACT SET KIND = 'LISTED' WHERE KIND = 'READ'");

        assertThat(kinds()).containsExactly(Kind.EDITED, Kind.EDITED);
    }

    @Test
    public void findsADeletedChange() {
        tellSomething();
        seal();
        long id = number("SELECT ID FROM CRM_HISTORY_CHANGE WHERE RECORD_ID = 2");
        long position = number("SELECT POSITION FROM CRM_HISTORY_SEAL_ITEM WHERE ITEM_ID = " + id);
        tamper("DELETE FROM CRM_HISTORY_CHANGE WHERE RECORD_ID = 2");

        Finding finding = trail.verify().findings().get(0);
        assertThat(finding.kind()).isEqualTo(Kind.DELETED);
        assertThat(finding.entry()).contains(id);
        assertThat(finding.position()).contains(position);
        assertThat(finding.seal()).contains(1L);
    }

    @Test
    public void findsADeletedChangeWhoseDigestIsGoneToo() {
        tellSomething();
        seal();
        tamper("DELETE FROM CRM_HISTORY_SEAL_ITEM WHERE POSITION = 2");

        List<Finding> findings = trail.verify().findings();
        assertThat(findings).extracting(Finding::kind).containsExactly(Kind.DELETED, Kind.INSERTED);
        assertThat(findings.get(0).position()).contains(2L);
    }

    @Test
    public void findsAnActOfReadingThatIsGoneBeforeItsTime() {
        tellSomething();
        seal();
        tamper("DELETE FROM CRM_HISTORY_ACT WHERE KIND = 'READ'");

        assertThat(kinds()).containsExactly(Kind.DELETED);
    }

    @Test
    public void findsWhatWasDeletedBeforeItWasSealed() {
        tellSomething();
        tamper("DELETE FROM CRM_HISTORY_CHANGE WHERE RECORD_ID = 2");

        assertThat(kinds()).containsExactly(Kind.DELETED);
    }

    @Test
    public void findsAnotherOrder() {
        tellSomething();
        seal();
        tamper("UPDATE CRM_HISTORY_SEAL_ITEM SET POSITION = -1 WHERE POSITION = 2");
        tamper("UPDATE CRM_HISTORY_SEAL_ITEM SET POSITION = 2 WHERE POSITION = 3");
        tamper("UPDATE CRM_HISTORY_SEAL_ITEM SET POSITION = 3 WHERE POSITION = -1");

        assertThat(trail.verify().findings()).containsExactly(Finding.ofSeal(Kind.REORDERED, 1));
    }

    @Test
    public void findsChangesThatChangedPlaces() {
        tellSomething();
        seal();
        long one = number("SELECT ID FROM CRM_HISTORY_CHANGE WHERE RECORD_ID = 1");
        long two = number("SELECT ID FROM CRM_HISTORY_CHANGE WHERE RECORD_ID = 2");
        tamper("UPDATE CRM_HISTORY_CHANGE SET RECORD_ID = 2 WHERE ID = " + one);
        tamper("UPDATE CRM_HISTORY_CHANGE SET RECORD_ID = 1 WHERE ID = " + two);

        assertThat(found())
                .containsExactlyInAnyOrder(
                        tuple(Kind.EDITED, Optional.of("customer"), Optional.of(1L)),
                        tuple(Kind.EDITED, Optional.of("customer"), Optional.of(2L)));
    }

    @Test
    public void findsATailThatWasCutOff() throws IOException {
        tellSomething();
        seal();
        changed(9, "name", "\"x\"", "\"y\"");
        seal();
        tamper(
                "DELETE FROM CRM_HISTORY_FIELD WHERE CHANGE_ID IN (SELECT ID FROM CRM_HISTORY_CHANGE WHERE RECORD_ID = 9)");
        tamper("DELETE FROM CRM_HISTORY_CHANGE WHERE RECORD_ID = 9");
        tamper("DELETE FROM CRM_HISTORY_SEAL_ITEM WHERE POSITION > 7");
        tamper("DELETE FROM CRM_HISTORY_SEAL WHERE NUMBER > 1");

        List<Finding> findings = trail.verify().findings();
        assertThat(findings).hasSize(1);
        assertThat(findings.get(0).kind()).isEqualTo(Kind.CUT);
        assertThat(findings.get(0).seal()).contains(2L);
        assertThat(findings.get(0).position()).contains(8L);
        Files.delete(anchors);
        assertThat(trail.verify().isUntouched())
                .as("nobody but the anchors knows")
                .isTrue();
    }

    @Test
    public void findsASealThatIsGone() {
        tellSomething();
        seal();
        changed(9, "name", "\"x\"", "\"y\"");
        seal();
        tamper("DELETE FROM CRM_HISTORY_SEAL WHERE NUMBER = 1");

        assertThat(trail.verify().findings()).contains(Finding.ofSeal(Kind.DELETED, 1));
    }

    @Test
    public void findsAChangeThatNobodyWrote() {
        tellSomething();
        seal();
        tamper("INSERT INTO CRM_HISTORY_CHANGE (ID, RECORD_TYPE, RECORD_ID, KIND, CHANGED_AT, CHANGED_BY)"
                + " VALUES (99999, 'customer', 77, 'CREATED', 1, 'ada')");

        assertThat(found()).containsExactly(tuple(Kind.INSERTED, Optional.of("customer"), Optional.of(77L)));
    }

    @Test
    public void findsADigestThatNoSealCovers() {
        tellSomething();
        seal();
        tamper("INSERT INTO CRM_HISTORY_SEAL_ITEM (POSITION, SOURCE, ITEM_ID, SALT, DIGEST)"
                + " VALUES (8, 'C', 99999, 's', 'd')");

        assertThat(kinds()).containsExactly(Kind.INSERTED);
        changed(9, "name", "\"x\"", "\"y\"");
        assertThat(kinds()).as("and goes on sealing").containsExactly(Kind.INSERTED);
    }

    @Test
    public void findsAChainThatWasMadeAnew() {
        tellSomething();
        seal();
        changed(9, "name", "\"x\"", "\"y\"");
        seal();
        tamper("UPDATE CRM_HISTORY_CHANGE SET CHANGED_BY = 'eve' WHERE RECORD_ID = 2");
        tamper("DELETE FROM CRM_HISTORY_SEAL");
        tamper("DELETE FROM CRM_HISTORY_SEAL_ITEM");
        tamper("INSERT INTO CRM_HISTORY_UNSEALED (FIRST_ID, LAST_ID, SOURCE)"
                + " SELECT ID, ID, 'C' FROM CRM_HISTORY_CHANGE");
        tamper("INSERT INTO CRM_HISTORY_UNSEALED (FIRST_ID, LAST_ID, SOURCE)"
                + " SELECT ID, ID, 'A' FROM CRM_HISTORY_ACT");

        assertThat(kinds()).contains(Kind.REPLACED);
    }

    @Test
    public void findsADigestThatWasMadeToFit() {
        tellSomething();
        seal();
        tamper("UPDATE CRM_HISTORY_CHANGE SET CHANGED_BY = 'eve' WHERE RECORD_ID = 2");
        long id = number("SELECT ID FROM CRM_HISTORY_CHANGE WHERE RECORD_ID = 2");
        Entry edited = new EntryReader(database.jdbc())
                .read(List.of(id), List.of())
                .values()
                .iterator()
                .next();
        tamper("UPDATE CRM_HISTORY_SEAL_ITEM SET SALT = 's', DIGEST = '" + edited.digest("s", new Digester())
                + "' WHERE ITEM_ID = " + id);

        assertThat(trail.verify().findings()).containsExactly(Finding.ofSeal(Kind.REPLACED, 1));
    }

    @Test
    public void valuesCanBeErased() {
        tellSomething();
        seal();
        int erased = trail.erase("customer", 3, Set.of("name"));
        Verification verification = trail.verify();

        assertThat(erased).isEqualTo(1);
        assertThat(verification.findings()).isEmpty();
        assertThat(verification.erased()).isEqualTo(1);
        assertThat(entries("recordId==3;recordType==customer;kind==changed")
                        .get(0)
                        .fields())
                .containsExactly(new FieldChange("name", Optional.empty(), Optional.empty()));
        assertThat(number("SELECT COUNT(*) FROM CRM_HISTORY_SEAL_ITEM WHERE SALT IS NULL"))
                .isEqualTo(1);
        AuditEntry act = entries("kind==erased").get(0);
        assertThat(act.recordId()).contains(3L);
        assertThat(act.by()).isEqualTo("admin");
    }

    @Test
    public void erasesWhatIsNotSealedYetAndWhatWasErasedBefore() {
        tellSomething();
        log.record(new Change(
                "customer",
                3,
                ChangeKind.CHANGED,
                NOON,
                "ada",
                List.of(
                        new FieldChange("name", Optional.of("\"n\""), Optional.of("\"m\"")),
                        new FieldChange("stage", Optional.of("\"lost\""), Optional.of("\"customer\"")))));
        trail.erase("customer", 3, Set.of("name"));
        assertThat(trail.verify().isUntouched()).isTrue();
        assertThat(trail.erase("customer", 3, Set.of())).isEqualTo(1);

        Verification verification = trail.verify();
        assertThat(verification.findings()).isEmpty();
        assertThat(verification.erased()).isEqualTo(1);
        assertThat(number("SELECT COUNT(*) FROM CRM_HISTORY_FIELD F JOIN CRM_HISTORY_CHANGE C ON C.ID = F.CHANGE_ID"
                        + " WHERE C.RECORD_ID = 3 AND (BEFORE_JSON IS NOT NULL OR AFTER_JSON IS NOT NULL)"))
                .isZero();
    }

    @Test
    public void nothingCountsAsErasedWithoutAnActThatSaysSo() {
        tellSomething();
        seal();
        long id = number("SELECT ID FROM CRM_HISTORY_CHANGE WHERE RECORD_ID = 3 AND KIND = 'CHANGED'");
        tamper("UPDATE CRM_HISTORY_FIELD SET BEFORE_JSON = NULL WHERE CHANGE_ID = " + id);
        tamper("UPDATE CRM_HISTORY_SEAL_ITEM SET SALT = NULL WHERE ITEM_ID = " + id);
        tamper("INSERT INTO CRM_HISTORY_UNSEALED (FIRST_ID, LAST_ID, SOURCE) VALUES (" + id + ", " + id + ", 'C')");

        assertThat(found()).containsExactly(tuple(Kind.EDITED, Optional.of("customer"), Optional.of(3L)));
    }

    @Test
    public void whatIsLeftOfAnErasedChangeCanNotBeEdited() {
        tellSomething();
        seal();
        trail.erase("customer", 3, Set.of("name"));
        seal();
        tamper("UPDATE CRM_HISTORY_FIELD SET AFTER_JSON = '\"eve\"' WHERE CHANGE_ID ="
                + " (SELECT ID FROM CRM_HISTORY_CHANGE WHERE RECORD_ID = 3 AND KIND = 'CHANGED')");

        assertThat(found()).contains(tuple(Kind.EDITED, Optional.of("customer"), Optional.of(3L)));
    }

    @Test
    public void anErasureIsUndoneWithItsTransaction() {
        tellSomething();
        seal();
        assertThatThrownBy(() -> database.transactions().run(() -> {
                    trail.erase("customer", 3, Set.of());
                    throw new IllegalStateException("boom");
                }))
                .hasMessage("boom");

        assertThat(trail.verify().erased()).isZero();
        assertThat(entries("kind==erased")).isEmpty();
    }

    @Test
    public void forgetsOldActsOfReadingAndNothingElse() {
        tellSomething();
        seal();
        Clock later = Clock.fixed(Instant.now().plus(Duration.ofDays(31)), ZoneOffset.UTC);
        JdbcAuditTrail keepsAMonth = trail(later, 30);
        try {
            assertThat(trail.retention().sweep(() -> false)).as("kept for ever").isZero();
            assertThat(keepsAMonth.retention().sweep(() -> false)).isEqualTo(1);
            assertThat(keepsAMonth.retention().sweep(() -> false)).isZero();
        } finally {
            keepsAMonth.close();
        }

        Verification verification = trail.verify();
        assertThat(verification.findings()).isEmpty();
        assertThat(verification.retired()).isEqualTo(1);
        assertThat(entries("kind=in=(read,listed)")).isEmpty();
        assertThat(entries("kind==exported")).hasSize(1);
        tamper("DELETE FROM CRM_HISTORY_ACT WHERE KIND = 'RETIRED'");
        assertThat(kinds()).containsExactlyInAnyOrder(Kind.DELETED, Kind.DELETED);
    }

    @Test
    public void listsChangesAndActsTogetherNewestFirst() {
        tellSomething();

        List<AuditEntry> all = entries("at>2020-01-01T00:00:00Z");
        assertThat(all)
                .extracting(AuditEntry::kind)
                .containsExactlyInAnyOrder("CREATED", "CREATED", "CREATED", "CHANGED", "SIGNED_IN", "EXPORTED", "READ");
        assertThat(all).isSortedAccordingTo((a, b) -> b.at().compareTo(a.at()));
        assertThat(entries("by==ada;kind==changed"))
                .extracting(AuditEntry::recordId)
                .containsExactly(Optional.of(3L));
        assertThat(entries("address==192.0.2.7")).extracting(AuditEntry::kind).containsExactly("EXPORTED");
        assertThat(entries("kind==exported").get(0).detail()).contains("{\"rows\":\"12\"}");
        assertThat(entries("recordType==person")).extracting(AuditEntry::kind).containsExactly("READ");
        assertThat(all).extracting(AuditEntry::position).containsOnly(Optional.empty());
        seal();
        assertThat(entries("by==ada;kind==changed").get(0).position()).isPresent();
    }

    @Test
    public void pagesThroughEverythingOnce() {
        for (int i = 0; i < 40; i++) {
            log.record(Change.of("customer", i, ChangeKind.CREATED, NOON.plusMillis(i / 7), "ada"));
            trail.record(Act.of(ActKind.SIGNED_IN).by("u" + i));
        }
        for (String sort : List.of("-at", "at")) {
            List<Long> seen = new ArrayList<>();
            ListQuery query = ListQuery.all(SortOrder.parse(sort, trail.fields()), 7);
            Optional<Position> after = Optional.empty();
            do {
                Slice<AuditEntry> page =
                        trail.list(after.map(a -> query.after(a, 7)).orElse(query));
                page.rows().forEach(entry -> seen.add(entry.id()));
                after = page.next();
            } while (after.isPresent());

            assertThat(seen).hasSize(80).doesNotHaveDuplicates();
        }
    }

    @Test
    public void anActIsUndoneWithItsTransaction() {
        assertThatThrownBy(() -> database.transactions().run(() -> {
                    trail.record(Act.of(ActKind.EXPORTED));
                    throw new IllegalStateException("boom");
                }))
                .hasMessage("boom");

        assertThat(entries("kind==exported")).isEmpty();
        assertThat(trail.verify().entries()).isZero();
    }

    @Test
    public void writesWhatWasNotedBeforeItGoes() {
        for (int i = 0; i < 6000; i++) {
            trail.note(Act.of(ActKind.READ).on("customer", i));
        }
        trail.close();

        assertThat(number("SELECT COUNT(*) FROM CRM_HISTORY_ACT")).isEqualTo(6000);
        assertThat(trail.verify().entries()).isEqualTo(6000);
    }

    @Test
    public void sealsMoreThanABatch() {
        List<Change> changes = new ArrayList<>();
        for (int i = 0; i < 4500; i++) {
            changes.add(Change.of("customer", i, ChangeKind.CREATED, NOON, "ada"));
        }
        log.record(changes);

        assertThat(seal()).isEqualTo(4500);
        assertThat(number("SELECT COUNT(*) FROM CRM_HISTORY_UNSEALED")).isZero();
        assertThat(trail.verify().isUntouched()).isTrue();
    }

    @Test
    public void writersSealersAndCheckersDoNotDisturbEachOther() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(5);
        List<Future<?>> works = new ArrayList<>();
        for (int writer = 0; writer < 3; writer++) {
            int first = writer * 1000;
            works.add(threads.submit(() -> asAdmin(() -> {
                for (int i = first; i < first + 100; i++) {
                    changed(i, "name", "\"a\"", "\"b\"");
                }
            })));
        }
        works.add(threads.submit(() -> asAdmin(() -> {
            for (int i = 0; i < 20; i++) {
                seal();
            }
        })));
        works.add(threads.submit(() -> asAdmin(() -> {
            for (int i = 0; i < 5; i++) {
                assertThat(trail.verify().findings()).isEmpty();
            }
        })));
        for (Future<?> work : works) {
            work.get();
        }
        threads.shutdown();

        Verification verification = trail.verify();
        assertThat(verification.findings()).isEmpty();
        assertThat(verification.entries()).isEqualTo(300);
    }

    private void asAdmin(Runnable work) {
        Callers.runAs(Caller.system("test"), work);
    }

    @Test
    public void keepsTheAnchorsToItself() throws IOException {
        tellSomething();
        seal();

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(anchors)))
                .isEqualTo("rw-------");
        assertThat(Files.readAllLines(anchors))
                .singleElement()
                .asString()
                .startsWith("1 7 " + trail.head().orElseThrow().hash());
    }

    private void tellSomething() {
        for (long id = 1; id <= 3; id++) {
            log.record(Change.of("customer", id, ChangeKind.CREATED, NOON.plusMillis(id), "ada"));
        }
        changedBy("ada", 3, "name", "\"星辰\"", "\"明月\"");
        trail.record(Act.of(ActKind.SIGNED_IN).by("ada"));
        Origin.bind(new Origin("192.0.2.7", ""));
        trail.record(Act.of(ActKind.EXPORTED).telling("rows", 12L));
        Origin.bind(null);
        trail.note(Act.of(ActKind.READ).on("person", 5));
        assertThat(entries("kind==read")).hasSize(1);
    }

    private void changed(long id, String field, String before, String after) {
        changedBy("ada", id, field, before, after);
    }

    private void changedBy(String by, long id, String field, String before, String after) {
        Change change = new Change(
                "customer",
                id,
                ChangeKind.CHANGED,
                NOON.plusSeconds(1),
                by,
                List.of(new FieldChange(field, Optional.of(before), Optional.of(after))));
        database.transactions().run(() -> log.record(change));
    }

    private long seal() {
        return trail.sealer().sealAll(() -> false);
    }

    private boolean isPostgresql() {
        return database.jdbc().with(SqlDialect::of) == SqlDialect.POSTGRESQL;
    }

    private List<Tuple> found() {
        return trail.verify().findings().stream()
                .map(finding -> tuple(finding.kind(), finding.recordType(), finding.recordId()))
                .toList();
    }

    private List<Kind> kinds() {
        return trail.verify().findings().stream().map(Finding::kind).toList();
    }

    private List<AuditEntry> entries(String filter) {
        ListQuery query = ListQuery.all(SortOrder.parse("-at", trail.fields()), 100)
                .where(Filter.parse(filter, trail.fields(), Clock.systemUTC(), ZoneOffset.UTC));
        return trail.list(query).rows();
    }

    private void tamper(String sql) {
        database.jdbc().update(sql, Jdbc.NONE);
    }

    private long number(String sql) {
        return database.jdbc().first(sql, Jdbc.NONE, row -> row.getLong(1)).orElseThrow();
    }
}
