package io.guanxi.crm.platform.fields.service;

import static io.guanxi.crm.platform.fields.service.Desk.choice;
import static io.guanxi.crm.platform.fields.service.Desk.definition;
import static io.guanxi.crm.platform.fields.service.Desk.text;
import static io.guanxi.crm.platform.fields.service.Desk.unique;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.guanxi.crm.platform.fields.Choice;
import io.guanxi.crm.platform.fields.CustomField;
import io.guanxi.crm.platform.fields.CustomValues;
import io.guanxi.crm.platform.fields.FieldType;
import io.guanxi.crm.platform.fields.FieldValue;
import io.guanxi.crm.platform.fields.FieldValue.BooleanValue;
import io.guanxi.crm.platform.fields.FieldValue.ChoiceValue;
import io.guanxi.crm.platform.fields.FieldValue.ChoicesValue;
import io.guanxi.crm.platform.fields.FieldValue.DateValue;
import io.guanxi.crm.platform.fields.FieldValue.InstantValue;
import io.guanxi.crm.platform.fields.FieldValue.MoneyValue;
import io.guanxi.crm.platform.fields.FieldValue.NumberValue;
import io.guanxi.crm.platform.fields.FieldValue.ReferenceValue;
import io.guanxi.crm.platform.fields.FieldValue.TextValue;
import io.guanxi.crm.platform.problem.ConflictException;
import io.guanxi.crm.platform.problem.FieldError;
import io.guanxi.crm.platform.problem.InvalidValueException;
import io.guanxi.crm.platform.problem.Text;
import io.guanxi.crm.platform.testing.SignedIn;
import io.guanxi.crm.platform.testing.TestDatabase;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.After;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;

/** What holds of custom values on every database. */
public abstract class ValuesTests {

    @Rule
    public final SignedIn signedIn = SignedIn.administrator();

    private Desk desk;

    abstract TestDatabase database();

    @Before
    public void open() {
        desk = new Desk(database());
    }

    @After
    public void close() {
        desk.close();
    }

    private void comesBack(FieldType type, FieldValue given, FieldValue stored) {
        CustomField field =
                desk.define(type.name().toLowerCase(java.util.Locale.ROOT).replace("_", ""), type);
        long record = desk.enter(CustomValues.of(field.code(), given));
        assertThat(desk.custom.of(record).get(field.code())).contains(stored);
    }

    @Test
    public void everyTypeComesBackAsItWas() {
        long other = desk.enter(CustomValues.NONE);
        comesBack(FieldType.TEXT, new TextValue("  上海 \"A\" "), new TextValue("上海 \"A\""));
        comesBack(
                FieldType.LONG_TEXT,
                new TextValue("长\n".repeat(9_000)),
                new TextValue("长\n".repeat(9_000).strip()));
        comesBack(
                FieldType.NUMBER,
                new TextValue("-1234567890123456789.12345678"),
                new NumberValue(new BigDecimal("-1234567890123456789.12345678")));
        comesBack(
                FieldType.MONEY,
                new MoneyValue(new BigDecimal("12.50"), "CNY"),
                new MoneyValue(new BigDecimal("12.5"), "CNY"));
        comesBack(FieldType.DATE, new TextValue("1888-02-29"), new DateValue(LocalDate.of(1888, 2, 29)));
        comesBack(
                FieldType.INSTANT,
                new TextValue("2026-03-01T16:30:00.1239+08:00"),
                new InstantValue(Instant.parse("2026-03-01T08:30:00.123Z")));
        comesBack(FieldType.BOOLEAN, new BooleanValue(false), new BooleanValue(false));
        CustomField reference =
                desk.catalog.define(definition("twin", FieldType.REFERENCE).to(Desk.SAMPLE));
        long record = desk.enter(text(reference.code(), Long.toString(other)));
        assertThat(desk.custom.of(record).get("twin")).contains(new ReferenceValue(other));
    }

    @Test
    public void choicesComeBackInTheOrderOfTheField() {
        desk.catalog.define(choice(FieldType.CHOICES, "a", "b", "c"));

        long record = desk.enter(CustomValues.of("rating", new ChoicesValue(List.of("c", "a", "c"))));
        long empty = desk.enter(CustomValues.of("rating", new ChoicesValue(List.of())));

        assertThat(desk.custom.of(record).get("rating")).contains(new ChoicesValue(List.of("a", "c")));
        assertThat(desk.custom.ofAll(List.of(record, empty))).containsOnlyKeys(record);
    }

    @Test
    public void aRenamedRetiredAndRestoredFieldKeepsItsValues() {
        CustomField field = desk.define("note", FieldType.TEXT);
        long record = desk.enter(text("note", "A"));

        desk.change(field, definition -> definition.with(new Text("Remark", "备注")));
        assertThat(desk.custom.of(record)).isEqualTo(text("note", "A"));

        desk.catalog.retire(field.id());
        assertThat(desk.custom.of(record)).isEqualTo(CustomValues.NONE);
        assertThat(desk.catalog.customFields(Desk.SAMPLE)).isEmpty();
        assertThatThrownBy(() -> desk.change(record, text("note", "B")))
                .isInstanceOfSatisfying(InvalidValueException.class, ValuesTests::namesTheNote);

        desk.catalog.restore(field.id());
        assertThat(desk.custom.of(record)).isEqualTo(text("note", "A"));
    }

    private static void namesTheNote(InvalidValueException e) {
        assertThat(e.errors()).extracting(FieldError::field).containsExactly("custom.note");
    }

    @Test
    public void aRetiredChoiceStaysWhereItIsAndIsNotGivenAnew() {
        CustomField field = desk.catalog.define(choice(FieldType.CHOICE, "a", "b"));
        long record = desk.enter(text("rating", "a"));

        desk.change(
                field,
                definition -> definition.with(
                        List.of(Choice.of("b", "Second", "第二"), new Choice("a", new Text("First", "第一"), true))));

        assertThat(desk.custom.of(record).get("rating")).contains(new ChoiceValue("a"));
        desk.change(record, text("rating", "a"));
        assertThatThrownBy(() -> desk.enter(text("rating", "a"))).isInstanceOf(InvalidValueException.class);
        assertThatThrownBy(() -> desk.change(field, definition -> definition.with(List.of(Choice.of("b", "B", "乙")))))
                .isInstanceOf(InvalidValueException.class);
    }

    @Test
    public void ofManyAtOnceOneGetsAUniqueValue() throws Exception {
        desk.catalog.define(definition("badge", FieldType.TEXT).with(unique()));
        int count = 64;
        CountDownLatch go = new CountDownLatch(1);
        ExecutorService threads = Executors.newFixedThreadPool(count);
        try {
            Callable<Boolean> entering = () -> {
                go.await();
                try {
                    desk.enter(text("badge", "42"));
                    return true;
                } catch (ConflictException e) {
                    assertThat(e.errors()).extracting(FieldError::field).containsExactly("custom.badge");
                    return false;
                }
            };
            List<Future<Boolean>> all = IntStream.range(0, count)
                    .mapToObj(i -> threads.submit(entering))
                    .toList();
            go.countDown();
            List<Boolean> entered = new ArrayList<>();
            for (Future<Boolean> one : all) {
                entered.add(one.get());
            }

            assertThat(entered).containsOnlyOnce(true).hasSize(count);
        } finally {
            threads.shutdownNow();
        }
        assertThat(desk.rows("")).isEqualTo(1);
        assertThat(desk.rows("_VALUE")).isEqualTo(1);
        assertThat(desk.rows("_VALUE_UK")).isEqualTo(1);
    }

    @Test
    public void aUniqueValueIsFreeAgainOnceItIsGivenUp() {
        desk.catalog.define(definition("badge", FieldType.NUMBER).with(unique()));
        long record = desk.enter(text("badge", "42.0"));
        assertThatThrownBy(() -> desk.enter(text("badge", "42"))).isInstanceOf(ConflictException.class);

        desk.change(record, text("badge", "43"));

        assertThat(desk.enter(text("badge", "42"))).isPositive();
    }

    @Test
    public void becomesUniqueOnlyWhereNoValueIsShared() {
        CustomField field = desk.define("badge", FieldType.TEXT);
        long first = desk.enter(text("badge", "42"));
        desk.enter(text("badge", "42"));

        assertThatThrownBy(() -> desk.change(field, definition -> definition.with(unique())))
                .isInstanceOf(ConflictException.class)
                .hasMessageContaining("42");
        desk.change(first, text("badge", "43"));
        desk.change(field, definition -> definition.with(unique()));

        assertThatThrownBy(() -> desk.enter(text("badge", "43"))).isInstanceOf(ConflictException.class);
        desk.change(field, definition -> definition.with(io.guanxi.crm.platform.fields.FieldRules.NONE));
        assertThat(desk.enter(text("badge", "43"))).isPositive();
        assertThat(desk.rows("_VALUE_UK")).isZero();
    }

    @Test
    public void becomesRequiredOnlyWhereEveryRecordHasAValue() {
        CustomField field = desk.define("note", FieldType.TEXT);
        long record = desk.enter(CustomValues.NONE);

        assertThatThrownBy(() -> desk.change(field, d -> d.with(d.rules().asRequired())))
                .isInstanceOf(ConflictException.class)
                .hasMessageContaining("1 record");
        desk.change(record, text("note", "A"));
        desk.change(field, d -> d.with(d.rules().asRequired()));

        assertThatThrownBy(() -> desk.enter(CustomValues.NONE)).isInstanceOf(InvalidValueException.class);
        assertThatThrownBy(() -> desk.change(record, CustomValues.NONE)).isInstanceOf(InvalidValueException.class);
    }

    @Test
    public void anIndexIsFilledWithWhatWasThereAndWhatComesMeanwhile() {
        CustomField field = desk.define("note", FieldType.TEXT);
        desk.define("other", FieldType.TEXT);
        long first = desk.enter(text("note", "A"));
        IntStream.range(0, 20).forEach(i -> desk.enter(text("note", "N" + i).with("other", new TextValue("x"))));

        desk.change(field, definition -> definition.indexed(true));
        desk.change(first, text("note", "B"));
        desk.enter(text("note", "C"));
        fill(field);

        assertThat(desk.catalog.lockedFields(Desk.SAMPLE).get(0).indexed()).isTrue();
        assertThat(desk.rows("_VALUE_IX")).isEqualTo(22);
        desk.change(field, definition -> definition.indexed(false));
        assertThat(desk.rows("_VALUE_IX")).isZero();
    }

    private Stores stores() {
        Stores stores = new Stores();
        stores.add(new io.guanxi.crm.platform.fields.values.JdbcValueStore(
                Desk.SAMPLE, database().jdbc(), Desk.TABLE));
        return stores;
    }

    @Test
    public void writersAndAnIndexThatIsFilledDoNotHinderEachOther() throws Exception {
        CustomField field = desk.define("note", FieldType.TEXT);
        List<Long> records = IntStream.range(0, 20)
                .mapToObj(i -> desk.enter(text("note", "N" + i)))
                .toList();
        ExecutorService threads = Executors.newFixedThreadPool(4);
        try {
            List<Future<?>> writers = new ArrayList<>();
            for (int t = 0; t < 4; t++) {
                String name = "T" + t;
                writers.add(threads.submit(() -> IntStream.range(0, 100)
                        .forEach(i -> desk.changeLocked(records.get(i % 20), text("note", name + i)))));
            }
            for (int round = 0; round < 5; round++) {
                desk.change(field, definition -> definition.indexed(true));
                desk.change(field, definition -> definition.indexed(false));
            }
            desk.change(field, definition -> definition.indexed(true));
            for (Future<?> writer : writers) {
                writer.get();
            }
        } finally {
            threads.shutdownNow();
        }
        fill(field);

        assertThat(sorted("_VALUE_IX")).isEqualTo(sorted("_VALUE")).hasSize(20);
    }

    private List<String> sorted(String suffix) {
        return database()
                .jdbc()
                .list(
                        "SELECT RECORD_ID, TEXT_VALUE FROM " + Desk.TABLE + suffix + " ORDER BY RECORD_ID",
                        s -> {},
                        row -> row.getLong(1) + " " + row.getString(2));
    }

    private void fill(CustomField field) {
        IndexFilling filling = new IndexFilling(
                new FieldTable(database().jdbc()),
                new DefinitionsLock(database().jdbc()),
                stores(),
                database().transactions());
        int steps = 0;
        while (filling.step(field.id())) {
            assertThat(++steps).isLessThan(100);
        }
    }

    @Test
    public void whatAnotherNodeDefinedHoldsForTheNextWrite() {
        Desk other = new Desk(database());
        try {
            CustomField field =
                    other.catalog.define(definition("badge", FieldType.TEXT).with(unique()));
            desk.enter(text("badge", "42"));
            assertThatThrownBy(() -> desk.enter(text("badge", "42"))).isInstanceOf(ConflictException.class);

            other.catalog.retire(field.id());

            assertThatThrownBy(() -> desk.enter(text("badge", "43"))).isInstanceOf(InvalidValueException.class);
        } finally {
            other.close();
        }
    }

    @Test
    public void aRecordThatIsTakenAwayTakesItsValuesAlong() {
        desk.catalog.define(definition("badge", FieldType.TEXT).with(unique()).indexed(true));
        long record = desk.enter(text("badge", "42"));
        assertThat(desk.rows("_VALUE_IX")).isEqualTo(1);

        database().jdbc().update("DELETE FROM " + Desk.TABLE + " WHERE ID = ?", s -> s.setLong(1, record));

        assertThat(desk.rows("_VALUE") + desk.rows("_VALUE_IX") + desk.rows("_VALUE_UK"))
                .isZero();
    }
}
