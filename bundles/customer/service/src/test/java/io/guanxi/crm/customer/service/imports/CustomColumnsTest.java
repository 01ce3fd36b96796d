package io.guanxi.crm.customer.service.imports;

import static org.assertj.core.api.Assertions.assertThat;

import io.guanxi.crm.customer.service.CustomerValues;
import io.guanxi.crm.platform.fields.Choice;
import io.guanxi.crm.platform.fields.CustomField;
import io.guanxi.crm.platform.fields.CustomValues;
import io.guanxi.crm.platform.fields.FieldDefinition;
import io.guanxi.crm.platform.fields.FieldRules;
import io.guanxi.crm.platform.fields.FieldType;
import io.guanxi.crm.platform.fields.FieldValue.BooleanValue;
import io.guanxi.crm.platform.fields.FieldValue.ChoiceValue;
import io.guanxi.crm.platform.fields.FieldValue.TextValue;
import io.guanxi.crm.platform.fields.service.JdbcFieldCatalog;
import io.guanxi.crm.platform.fields.values.CustomFields;
import io.guanxi.crm.platform.history.ChangeEntry;
import io.guanxi.crm.platform.history.ChangeKind;
import io.guanxi.crm.platform.history.HistoryQuery;
import io.guanxi.crm.platform.history.service.JdbcChangeLog;
import io.guanxi.crm.platform.imports.ChunkOutcome;
import io.guanxi.crm.platform.imports.ImportColumn;
import io.guanxi.crm.platform.modules.Neighbour;
import io.guanxi.crm.platform.testing.FileRows;
import io.guanxi.crm.platform.testing.OpenAccess;
import io.guanxi.crm.platform.testing.RecordedOutbox;
import io.guanxi.crm.platform.testing.SignedIn;
import io.guanxi.crm.platform.testing.TestDatabase;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.junit.After;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;

public class CustomColumnsTest {

    @Rule
    public final TestDatabase database = new TestDatabase("customer", "fields", "history");

    @Rule
    public final SignedIn signedIn = SignedIn.administrator();

    private JdbcFieldCatalog catalog;
    private JdbcChangeLog log;
    private CustomersTarget target;

    @Before
    public void open() {
        OpenAccess access = new OpenAccess();
        RecordedOutbox outbox = new RecordedOutbox();
        catalog = new JdbcFieldCatalog(database.dataSource(), database.transactions(), outbox, access);
        catalog.addStore(new CustomerValues(database.dataSource()));
        log = new JdbcChangeLog(database.dataSource(), access);
        target = new CustomersTarget(
                database.dataSource(), outbox, access, Neighbour.fixed(catalog), log, Clock.systemUTC());
        catalog.define(define("rating", FieldType.CHOICE, "Rating", "评级")
                .with(List.of(Choice.of("a", "Good", "好"), Choice.of("b", "Bad", "差"))));
        catalog.define(define("vip", FieldType.BOOLEAN, "VIP", "贵宾"));
        catalog.define(define("badge", FieldType.TEXT, "Badge", "名称")
                .with(new FieldRules(false, true, Optional.empty(), Optional.empty(), Optional.empty())));
    }

    @After
    public void close() {
        catalog.close();
    }

    @Test
    public void appearUnderCodeAndLabelsWhereThoseAreFree() {
        List<ImportColumn> columns = target.columns();

        assertThat(columns).extracting(ImportColumn::code).endsWith("custom.rating", "custom.vip", "custom.badge");
        ImportColumn badge = columns.get(columns.size() - 1);
        assertThat(badge.label().en()).isEqualTo("Badge");
        assertThat(badge.label().zh()).isEqualTo("custom.badge");
    }

    @Test
    public void areWrittenAndBlankOnesClear() {
        imported("externalId|name|custom.rating|custom.vip", "E1|A|好|是", "E2|B||no", "E3|C||");
        assertThat(values("E1"))
                .isEqualTo(CustomValues.of("rating", new ChoiceValue("a")).with("vip", new BooleanValue(true)));
        assertThat(values("E2")).isEqualTo(CustomValues.of("vip", new BooleanValue(false)));
        assertThat(values("E3")).isEqualTo(CustomValues.NONE);

        ChunkOutcome again = imported("externalId|name|custom.rating|custom.vip", "E1|A||true", "E2|B||否");
        assertThat(again).isEqualTo(new ChunkOutcome(0, 1, 1, List.of()));
        assertThat(values("E1")).isEqualTo(CustomValues.of("vip", new BooleanValue(true)));
        imported("externalId|name", "E1|A2");
        assertThat(values("E1")).isEqualTo(CustomValues.of("vip", new BooleanValue(true)));
    }

    @Test
    public void aWrongOneRejectsItsRowAlone() {
        ChunkOutcome outcome = imported("externalId|name|custom.rating", "E1|A|good", "E2|B|x");

        assertThat(outcome.created()).isEqualTo(1);
        assertThat(outcome.rejections()).hasSize(1);
        assertThat(outcome.rejections().get(0).column()).isEqualTo("custom.rating");
    }

    @Test
    public void aUniqueValueIsTakenOnceInAFileAndOnceForAll() {
        ChunkOutcome first = imported("externalId|name|custom.badge", "E1|A|7", "E2|B|7", "E3|C|8");
        assertThat(first.created()).isEqualTo(2);
        assertThat(first.rejections()).extracting(r -> r.code()).containsExactly("duplicate-in-file");

        ChunkOutcome second = imported("externalId|name|custom.badge", "E4|D|8", "E3|C|8");
        assertThat(second.created()).isZero();
        assertThat(second.rejections()).extracting(r -> r.code()).containsExactly("value-taken");
        assertThat(values("E3")).isEqualTo(CustomValues.of("badge", new TextValue("8")));
    }

    @Test
    public void theHistoryTellsWhatAFileChanged() {
        imported("externalId|name|custom.rating", "E1|A|a");
        imported("externalId|name|custom.rating", "E1|B|b");

        List<ChangeEntry> history = log.list(new HistoryQuery("customer", id("E1"), List.of(), Optional.empty(), 10));

        assertThat(history)
                .extracting(entry -> entry.change().kind())
                .containsExactly(ChangeKind.CHANGED, ChangeKind.CREATED);
        assertThat(history.get(0).change().fields())
                .extracting(field -> field.field() + " " + field.before().orElse("") + " "
                        + field.after().orElse(""))
                .containsExactly("name \"A\" \"B\"", "custom.rating \"a\" \"b\"");
    }

    @Test
    public void disappearWithTheirField() {
        CustomField rating = catalog.customFields("customer").get(0);
        catalog.retire(rating.id());

        assertThat(target.columns()).extracting(ImportColumn::code).doesNotContain("custom.rating");
    }

    private static FieldDefinition define(String code, FieldType type, String en, String zh) {
        return FieldDefinition.of("customer", code, type, en, zh);
    }

    private ChunkOutcome imported(String header, String... rows) {
        return FileRows.of(header, rows).into(target, database.transactions());
    }

    private long id(String externalId) {
        return database.jdbc()
                .first(
                        "SELECT ID FROM CRM_CUSTOMER_CUSTOMER WHERE EXTERNAL_ID = ?",
                        statement -> statement.setString(1, externalId),
                        row -> row.getLong(1))
                .orElseThrow();
    }

    private CustomValues values(String externalId) {
        return new CustomFields(Neighbour.fixed(catalog), "customer", database.jdbc(), CustomerValues.TABLE)
                .of(id(externalId));
    }
}
