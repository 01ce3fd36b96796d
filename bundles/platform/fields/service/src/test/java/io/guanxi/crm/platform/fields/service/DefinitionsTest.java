package io.guanxi.crm.platform.fields.service;

import static io.guanxi.crm.platform.fields.service.Desk.choice;
import static io.guanxi.crm.platform.fields.service.Desk.definition;
import static io.guanxi.crm.platform.fields.service.Desk.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.guanxi.crm.platform.fields.Choice;
import io.guanxi.crm.platform.fields.CustomField;
import io.guanxi.crm.platform.fields.CustomFieldAdmin;
import io.guanxi.crm.platform.fields.CustomValues;
import io.guanxi.crm.platform.fields.FieldDefinition;
import io.guanxi.crm.platform.fields.FieldRules;
import io.guanxi.crm.platform.fields.FieldType;
import io.guanxi.crm.platform.fields.FieldValue.NumberValue;
import io.guanxi.crm.platform.fields.FieldValue.TextValue;
import io.guanxi.crm.platform.problem.ConflictException;
import io.guanxi.crm.platform.problem.CrmException;
import io.guanxi.crm.platform.problem.FieldError;
import io.guanxi.crm.platform.problem.InvalidValueException;
import io.guanxi.crm.platform.problem.StaleVersionException;
import io.guanxi.crm.platform.testing.SignedIn;
import io.guanxi.crm.platform.testing.TestDatabase;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.After;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;

public class DefinitionsTest {

    @Rule
    public final TestDatabase database = new TestDatabase("fields", "sample");

    @Rule
    public final SignedIn signedIn = SignedIn.administrator();

    private Desk desk;

    @Before
    public void open() {
        desk = new Desk(database);
    }

    @After
    public void close() {
        desk.close();
    }

    @Test
    public void comesBackAsItWasDefined() {
        CustomField field =
                desk.catalog.define(choice(FieldType.CHOICE, "a", "b").withStandard("b"));

        Desk restarted = new Desk(database);
        try {
            assertThat(restarted.catalog.find(field.id())).contains(field);
            assertThat(restarted.catalog.all(Desk.SAMPLE)).containsExactly(field);
        } finally {
            restarted.close();
        }
        assertThat(desk.outbox.topics()).containsExactly("field.defined");
    }

    @Test
    public void aCodeIsTakenForEverAndALabelWhileItIsShown() {
        CustomField note = desk.define("note", FieldType.TEXT);
        desk.catalog.retire(note.id());

        refuses(() -> desk.define("note", FieldType.NUMBER), "code");
        FieldDefinition alike = FieldDefinition.of(Desk.SAMPLE, "remark", FieldType.TEXT, "THE NOTE", "另");
        desk.catalog.define(alike);
        refuses(() -> desk.catalog.restore(note.id()), "label");
    }

    @Test
    public void whatValuesHangOnStays() {
        CustomField note = desk.define("note", FieldType.TEXT);

        refuses(() -> desk.change(note, d -> definition("note", FieldType.NUMBER)), "fieldType");
        refuses(() -> desk.change(note, d -> definition("remark", FieldType.TEXT)), "code");
        assertThatThrownBy(() -> desk.catalog.change(note.id(), 7, d -> d)).isInstanceOf(StaleVersionException.class);
    }

    @Test
    public void namesEachPartThatIsWrong() {
        refuses(() -> desk.define("Note", FieldType.TEXT), "code");
        refuses(() -> desk.catalog.define(FieldDefinition.of("nothing", "a", FieldType.TEXT, "A", "甲")), "type");
        refuses(
                () -> desk.catalog.define(FieldDefinition.of(Desk.SAMPLE, "a", FieldType.TEXT, "", " ")),
                "label.en",
                "label.zh");
        refuses(() -> desk.define("a", FieldType.CHOICE), "choices");
        refuses(() -> desk.define("a", FieldType.REFERENCE), "reference");
        refuses(() -> desk.catalog.define(definition("a", FieldType.BOOLEAN).with(Desk.unique())), "unique");
        refuses(() -> desk.catalog.define(definition("a", FieldType.LONG_TEXT).indexed(true)), "indexed");
        refuses(() -> desk.catalog.define(definition("a", FieldType.TEXT).with(length(2001))), "maxLength");
        refuses(
                () -> desk.catalog.define(
                        definition("a", FieldType.TEXT).with(length(201)).indexed(true)),
                "maxLength");
        refuses(() -> desk.catalog.define(definition("a", FieldType.NUMBER).with(range("2", "1"))), "max");
        refuses(() -> desk.catalog.define(definition("a", FieldType.NUMBER).withStandard("x")), "standard");
        refuses(() -> desk.catalog.define(choice(FieldType.CHOICE, "a", "a")), "choices[1].code");
    }

    @Test
    public void aNarrowerRuleWantsValuesThatObeyIt() {
        CustomField number = desk.define("size", FieldType.NUMBER);
        CustomField note = desk.define("note", FieldType.TEXT);
        desk.enter(text("size", "10").with("note", new TextValue("abc")));

        refuses(() -> desk.change(number, d -> d.with(range("0", "9.5"))), "max");
        refuses(() -> desk.change(note, d -> d.with(length(2))), "maxLength");
        desk.change(number, d -> d.with(range("0", "10")));
        desk.change(note, d -> d.with(length(3)));
        refuses(() -> desk.enter(text("size", "10.1")), "custom.size");
        refuses(() -> desk.enter(text("note", "abcd")), "custom.note");
    }

    @Test
    public void aNewRecordGetsTheStandardValueAndAnOldOneDoesNot() {
        long old = desk.enter(CustomValues.NONE);
        desk.catalog.define(definition("size", FieldType.NUMBER).withStandard("7"));

        long fresh = desk.enter(CustomValues.NONE);
        desk.change(old, CustomValues.NONE);

        assertThat(desk.custom.of(fresh).get("size")).contains(new NumberValue(new BigDecimal("7")));
        assertThat(desk.custom.of(old)).isEqualTo(CustomValues.NONE);
        desk.change(fresh, CustomValues.NONE);
        assertThat(desk.custom.of(fresh)).isEqualTo(CustomValues.NONE);
    }

    @Test
    public void valuesOfTheWrongKindAreRefusedByName() {
        desk.define("size", FieldType.NUMBER);
        desk.define("day", FieldType.DATE);
        desk.define("at", FieldType.INSTANT);
        desk.define("done", FieldType.BOOLEAN);
        desk.define("price", FieldType.MONEY);
        desk.catalog.define(definition("twin", FieldType.REFERENCE).to(Desk.SAMPLE));

        refuses(() -> desk.enter(text("size", "1e3")), "custom.size");
        refuses(() -> desk.enter(text("size", "123456789012345678901")), "custom.size");
        refuses(() -> desk.enter(text("size", "0.123456789")), "custom.size");
        refuses(() -> desk.enter(text("day", "2026-02-30")), "custom.day");
        refuses(() -> desk.enter(text("day", "+12026-02-03")), "custom.day");
        refuses(() -> desk.enter(text("at", "yesterday")), "custom.at");
        refuses(() -> desk.enter(text("done", "yes")), "custom.done");
        refuses(() -> desk.enter(text("price", "12 CNY")), "custom.price");
        refuses(() -> desk.enter(text("twin", "4711")), "custom.twin");
        refuses(() -> desk.enter(text("twin", "x")), "custom.twin");
        refuses(() -> desk.enter(text("stranger", "x")), "custom.stranger");
    }

    @Test
    public void refusesMoreFieldsAndChoicesThanAreAllowed() {
        IntStream.range(0, CustomFieldAdmin.MOST_FIELDS).forEach(i -> desk.define("f" + i, FieldType.TEXT));

        refuses(() -> desk.define("last", FieldType.TEXT), "type");
        refuses(
                () -> desk.catalog.define(definition("rating", FieldType.CHOICE)
                        .with(IntStream.rangeClosed(0, CustomFieldAdmin.MOST_CHOICES)
                                .mapToObj(i -> Choice.of("c" + i, "C", "丙"))
                                .toList())),
                "choices");
    }

    private static void refuses(ThrowingCallable call, String... fields) {
        assertThatThrownBy(call)
                .isInstanceOfAny(InvalidValueException.class, ConflictException.class)
                .isInstanceOfSatisfying(CrmException.class, e -> assertThat(e.errors())
                        .extracting(FieldError::field)
                        .containsExactlyElementsOf(List.of(fields)));
    }

    private static FieldRules length(int most) {
        return new FieldRules(false, false, Optional.of(most), Optional.empty(), Optional.empty());
    }

    private static FieldRules range(String min, String max) {
        return new FieldRules(
                false, false, Optional.empty(), Optional.of(new BigDecimal(min)), Optional.of(new BigDecimal(max)));
    }
}
