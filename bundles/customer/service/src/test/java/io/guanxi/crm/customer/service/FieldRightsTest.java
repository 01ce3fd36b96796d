package io.guanxi.crm.customer.service;

import static io.guanxi.crm.customer.service.Fixture.byName;
import static io.guanxi.crm.customer.service.Fixture.filtered;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.guanxi.crm.customer.Customer;
import io.guanxi.crm.customer.CustomerData;
import io.guanxi.crm.customer.CustomerEntry;
import io.guanxi.crm.customer.CustomerId;
import io.guanxi.crm.customer.Person;
import io.guanxi.crm.customer.PersonData;
import io.guanxi.crm.customer.PersonDetails;
import io.guanxi.crm.customer.PersonFields;
import io.guanxi.crm.customer.PersonId;
import io.guanxi.crm.customer.PersonQuery;
import io.guanxi.crm.customer.Sex;
import io.guanxi.crm.customer.service.exports.CustomersExport;
import io.guanxi.crm.customer.service.exports.PersonsExport;
import io.guanxi.crm.customer.service.imports.CustomersTarget;
import io.guanxi.crm.customer.service.imports.PersonsTarget;
import io.guanxi.crm.platform.fields.Field;
import io.guanxi.crm.platform.fields.FieldCatalog;
import io.guanxi.crm.platform.imports.ImportColumn;
import io.guanxi.crm.platform.modules.Neighbour;
import io.guanxi.crm.platform.problem.FieldError;
import io.guanxi.crm.platform.problem.InvalidValueException;
import io.guanxi.crm.platform.query.ListQuery;
import io.guanxi.crm.platform.query.SortOrder;
import io.guanxi.crm.platform.security.FieldRight;
import io.guanxi.crm.platform.security.FieldRights;
import io.guanxi.crm.platform.testing.Postgresql;
import io.guanxi.crm.platform.testing.ScopedAccess;
import io.guanxi.crm.platform.testing.SignedIn;
import io.guanxi.crm.platform.testing.TestDatabase;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.junit.runner.RunWith;
import org.junit.runners.Parameterized;
import org.junit.runners.Parameterized.Parameters;

@RunWith(Parameterized.class)
public class FieldRightsTest {

    private static final FieldRights HIDDEN = new FieldRights(Map.of(
            "phones", FieldRight.NONE,
            "emails", FieldRight.MASK,
            "addresses.street", FieldRight.NONE,
            "bankAccounts", FieldRight.NONE,
            "sex", FieldRight.NONE,
            "birthday.date", FieldRight.NONE,
            "occupation", FieldRight.MASK,
            "industry", FieldRight.READ));

    @Rule
    public final TestDatabase database;

    @Rule
    public final SignedIn signedIn = SignedIn.administrator();

    private final ScopedAccess access = new ScopedAccess();
    private Fixture fixture;
    private Customer whole;
    private Customer shown;

    public FieldRightsTest(String name, Supplier<TestDatabase> databases) {
        database = databases.get();
    }

    @Parameters(name = "{0}")
    public static List<Object[]> databases() {
        Supplier<TestDatabase> derby = () -> new TestDatabase("customer");
        Supplier<TestDatabase> postgresql = () -> new TestDatabase(Postgresql.fresh(), "customer");
        return List.of(new Object[] {"Derby", derby}, new Object[] {"PostgreSQL", postgresql});
    }

    @Before
    public void open() {
        fixture = new Fixture(database, Clock.fixed(Fixture.NOW, ZoneOffset.UTC), access);
        whole = fixture.archive.register(Fixture.everything(length -> "x".repeat(Math.min(length, 20))));
        access.reads(HIDDEN);
        shown = fixture.archive.find(whole.id()).orElseThrow();
    }

    @Test
    public void hiddenFieldsAreEmptyAndMaskedOnesTellLittle() {
        CustomerData data = shown.data();

        assertThat(data.phones()).isEmpty();
        assertThat(data.emails().get(0)).isEqualTo("i****@example.cn");
        assertThat(data.bankAccounts()).isEmpty();
        assertThat(data.addresses().get(0).street()).isEmpty();
        assertThat(data.addresses().get(0).city())
                .isEqualTo(whole.data().addresses().get(0).city());
        assertThat(data.person().sex()).isEqualTo(Sex.UNKNOWN);
        assertThat(data.person().birthday()).isEmpty();
        assertThat(data.person().occupation()).contains("x****");
        assertThat(data.industry()).isEqualTo(whole.data().industry());
    }

    @Test
    public void listsShowNoMore() {
        CustomerEntry entry = fixture.archive.list(byName("")).rows().get(0);

        assertThat(entry.phone()).isEmpty();
        assertThat(entry.email()).contains("i****@example.cn");
        assertThat(entry.city()).isPresent();
        assertThat(entry.name()).isEqualTo(whole.data().name());
    }

    @Test
    public void hiddenFieldsFindNothing() {
        for (String typed : List.of("13900000000", "0000", "1390", "5555 0101", "info@example.cn", "info", "eeee")) {
            assertThat(fixture.archive.list(byName(typed)).rows()).as(typed).isEmpty();
            assertThat(fixture.archive.count(byName(typed))).as(typed).isZero();
        }
        assertThat(fixture.archive.list(byName("xxx")).rows()).hasSize(1);

        access.reads(FieldRights.EVERYTHING);
        for (String typed : List.of("13900000000", "0000", "1390", "5555 0101", "info@example.cn", "info", "eeee")) {
            assertThat(fixture.archive.list(byName(typed)).rows()).as(typed).hasSize(1);
        }
    }

    @Test
    public void nothingIsFilteredOrSortedByThem() {
        assertThat(fixture.archive.fields())
                .extracting(Field::code)
                .contains("name", "industry", "addresses.city")
                .doesNotContain("phones", "emails", "sex", "birthday.date", "occupation");
        assertThatThrownBy(() -> fixture.archive.list(filtered("phones==\"13900000000\"")))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> fixture.archive.count(filtered("sex==female")))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    public void whatWasHiddenStaysWhenTheRecordIsSentBack() {
        Customer changed =
                fixture.archive.change(whole.id(), whole.version(), data -> Fixture.renamed(data, "Somebody else"));

        assertThat(changed.data().phones()).isEmpty();
        access.reads(FieldRights.EVERYTHING);
        assertThat(fixture.archive.find(whole.id()).orElseThrow().data())
                .isEqualTo(Fixture.renamed(whole.data(), "Somebody else")
                        .with(whole.data().custom()));
    }

    @Test
    public void whatIsNotGivenToWriteIsRefusedByName() {
        assertThat(refused(data -> Fixture.copy(data, data.code(), data.externalId(), data.name(), List.of("1"))))
                .containsExactly("phones");
        assertThat(refused(data -> withIndustry(data, Optional.of("other")))).containsExactly("industry");
        assertThat(refused(data -> withIndustry(data, Optional.empty()))).containsExactly("industry");
        access.reads(FieldRights.EVERYTHING);
        assertThat(fixture.archive.find(whole.id()).orElseThrow()).isEqualTo(whole);
    }

    @Test
    public void aNewRecordHasNothingInFieldsThatAreNotGivenToWrite() {
        InvalidValueException refused = catchThrowableOfType(
                InvalidValueException.class,
                () -> fixture.archive.register(
                        withIndustry(Fixture.withPhones("New", "021-5555 0199"), Optional.of("steel"))));

        assertThat(refused.errors()).extracting(FieldError::field).containsExactlyInAnyOrder("phones", "industry");
        assertThat(refused.errors()).extracting(FieldError::code).containsOnly("not-allowed");
        assertThat(fixture.archive.register(Fixture.company("Plain")).data().name())
                .isEqualTo("Plain");
        assertThat(fixture.archive.count(byName(""))).isEqualTo(2);
    }

    @Test
    public void personsAreTreatedAlike() {
        access.reads(FieldRights.EVERYTHING);
        CustomerId customer = whole.id();
        PersonId id = fixture.persons.add(customer, Fixture.zhangWei()).id();
        access.reads(HIDDEN);

        Person person = fixture.persons.find(customer, id).orElseThrow();
        assertThat(person.data().phones()).isEmpty();
        assertThat(person.data().emails()).containsExactly("z****@example.cn");
        assertThat(fixture.persons.of(customer)).containsExactly(person);
        assertThat(fixture.persons.list(persons("张伟")).rows()).containsExactly(person);
        assertThat(fixture.persons.list(persons("zhangw")).rows()).hasSize(1);
        assertThat(fixture.persons.list(persons("13900000000")).rows()).isEmpty();
        assertThat(fixture.persons.list(persons("zw@")).rows()).isEmpty();
        assertThat(fixture.persons.count(persons("zw@"))).isZero();
        assertThat(fixture.persons
                        .list(new PersonQuery(customer, typed("13900000000")))
                        .rows())
                .isEmpty();
        fixture.persons.change(customer, id, 1, data -> named(data, "张三"));
        access.reads(FieldRights.EVERYTHING);
        assertThat(fixture.persons.find(customer, id).orElseThrow().data()).isEqualTo(named(Fixture.zhangWei(), "张三"));
    }

    @Test
    public void filesShowNoMoreAndImportsTakeNoMore() {
        PersonId person = fixture.persons.add(whole.id(), named(bare(), "李四")).id();
        access.reads(new FieldRights(Map.of("phones", FieldRight.NONE, "emails", FieldRight.MASK)));
        CustomersExport customers =
                new CustomersExport(database.dataSource(), access, Neighbour.fixed(FieldCatalog.none()));
        PersonsExport persons = new PersonsExport(database.dataSource(), access, Neighbour.fixed(FieldCatalog.none()));
        List<String> codes =
                customers.columns().stream().map(column -> column.code()).toList();

        var row = customers.read(new long[] {whole.id().value()}).get(0);

        assertThat(row.get(codes.indexOf("phones"))).isNull();
        assertThat((String) row.get(codes.indexOf("emails"))).doesNotContain("info");
        assertThat(row.get(codes.indexOf("street"))).isNotNull();
        assertThat(persons.read(new long[] {person.value()})).hasSize(1);
        access.reads(HIDDEN);
        row = customers.read(new long[] {whole.id().value()}).get(0);
        assertThat(row.get(codes.indexOf("street"))).isNull();
        assertThat(row.get(codes.indexOf("sex"))).isNull();
        assertThat(row.get(codes.indexOf("birthday"))).isNull();
        assertThat(new CustomersTarget(database.dataSource(), fixture.outbox, access).columns())
                .extracting(ImportColumn::code)
                .contains("name", "city")
                .doesNotContain("phones", "emails", "street", "sex", "birthday", "occupation", "industry");
        assertThat(new PersonsTarget(database.dataSource(), fixture.outbox, access).columns())
                .extracting(ImportColumn::code)
                .contains("name", "role")
                .doesNotContain("phones", "emails", "sex", "birthday", "occupation");
    }

    private List<String> refused(Function<CustomerData, CustomerData> change) {
        return catchThrowableOfType(
                        InvalidValueException.class,
                        () -> fixture.archive.change(whole.id(), whole.version(), change::apply))
                .errors()
                .stream()
                .map(FieldError::field)
                .toList();
    }

    private static PersonData named(PersonData data, String name) {
        return new PersonData(name, data.role(), data.phones(), data.emails(), data.details(), data.custom());
    }

    private static PersonData bare() {
        return new PersonData("", Optional.empty(), List.of(), List.of(), PersonDetails.NONE);
    }

    private static CustomerData withIndustry(CustomerData d, Optional<String> industry) {
        return new CustomerData(
                d.kind(),
                d.code(),
                d.externalId(),
                d.name(),
                d.shortName(),
                d.stage(),
                industry,
                d.source(),
                d.size(),
                d.registrationNumber(),
                d.phones(),
                d.emails(),
                d.webSite(),
                d.addresses(),
                d.bankAccounts(),
                d.person(),
                d.custom());
    }

    private static PersonQuery persons(String text) {
        return new PersonQuery(Optional.empty(), false, typed(text));
    }

    private static ListQuery typed(String text) {
        return ListQuery.all(SortOrder.parse("name", PersonFields.ALL), 50).search(text);
    }
}
