package io.guanxi.crm.platform.history.service;

import static org.assertj.core.api.Assertions.assertThat;

import io.guanxi.crm.platform.audit.Act;
import io.guanxi.crm.platform.audit.ActKind;
import io.guanxi.crm.platform.audit.Verification;
import io.guanxi.crm.platform.history.Change;
import io.guanxi.crm.platform.history.ChangeKind;
import io.guanxi.crm.platform.history.FieldChange;
import io.guanxi.crm.platform.privacy.Erased;
import io.guanxi.crm.platform.privacy.PersonalValue;
import io.guanxi.crm.platform.privacy.Subject;
import io.guanxi.crm.platform.privacy.Traces;
import io.guanxi.crm.platform.testing.OpenAccess;
import io.guanxi.crm.platform.testing.Postgresql;
import io.guanxi.crm.platform.testing.SignedIn;
import io.guanxi.crm.platform.testing.TestDatabase;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
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
@SuppressWarnings("NullAway.Init")
public class HistoryPersonalDataTest {

    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
    private static final Subject WEI = new Subject("person", 5);

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
    private HistoryPersonalData data;

    public HistoryPersonalDataTest(String name) {
        database = name.equals("derby") ? new TestDatabase("history") : new TestDatabase(Postgresql.fresh(), "history");
        rules = RuleChain.outerRule(folder).around(database).around(SignedIn.administrator());
    }

    @Before
    public void open() {
        Path anchors = folder.getRoot().toPath().resolve("anchors");
        log = new JdbcChangeLog(database.dataSource(), new OpenAccess());
        trail = new JdbcAuditTrail(
                database.jdbc(), database.transactions(), new OpenAccess(), anchors, Clock.systemUTC(), 0);
        data = new HistoryPersonalData(database.dataSource(), trail);
    }

    @After
    public void close() {
        trail.close();
    }

    @Test
    public void valuesGoFromChangesAndActsAndTheChainStaysWhole() {
        changed("person", 5, "name", "\"张薇\"", "\"张伟\"");
        changed("customer", 5, "name", "\"五号公司\"", "\"张伟公司\"");
        changed("customer", 1, "custom.contact", "\"李四\"", "\"张伟\"");
        changed("customer", 1, "stage", "\"lost\"", "\"customer\"");
        trail.record(Act.of(ActKind.EXPORT_BEGUN).on("persons").telling("query", "q=张伟"));
        trail.record(Act.of(ActKind.EXPORT_BEGUN).on("persons").telling("query", "q=李四"));
        assertThat(trail.verify().isUntouched()).isTrue();
        // one more that isn't sealed yet
        changed("person", 5, "phones", "[]", "[\"13900001111\"]");
        Traces traces = new Traces();
        traces.about("person", List.of(5L));
        traces.near("customer", List.of(1L));
        traces.text("张伟");

        List<PersonalValue> values = new ArrayList<>();
        data.visit(WEI, traces, values::add);
        assertThat(values).hasSize(2);
        assertThat(values.get(1).value()).contains("张薇", "张伟");
        Erased did = database.transactions().call(() -> data.erase(WEI, traces));

        assertThat(did.lines())
                .extracting(line -> line.what() + " " + line.count())
                .containsExactly("change 3", "act 1");
        assertThat(rows("CRM_HISTORY_FIELD WHERE AFTER_JSON LIKE '%张伟\"' OR AFTER_JSON LIKE '%1390%'"))
                .isZero();
        assertThat(rows("CRM_HISTORY_FIELD WHERE AFTER_JSON LIKE '%customer%' OR AFTER_JSON LIKE '%张伟公司%'"))
                .isEqualTo(2);
        assertThat(rows("CRM_HISTORY_ACT WHERE DETAIL LIKE '%张伟%'")).isZero();
        assertThat(rows("CRM_HISTORY_ACT WHERE DETAIL LIKE '%李四%'")).isEqualTo(1);
        Verification verification = trail.verify();
        assertThat(verification.findings()).isEmpty();
        assertThat(verification.erased()).isEqualTo(3);
    }

    private void changed(String type, long record, String field, String before, String after) {
        database.transactions()
                .run(() -> log.record(new Change(
                        type,
                        record,
                        ChangeKind.CHANGED,
                        NOON,
                        "ada",
                        List.of(new FieldChange(field, Optional.of(before), Optional.of(after))))));
    }

    private long rows(String from) {
        return database.jdbc()
                .first("SELECT COUNT(*) FROM " + from, statement -> {}, row -> row.getLong(1))
                .orElseThrow();
    }
}
