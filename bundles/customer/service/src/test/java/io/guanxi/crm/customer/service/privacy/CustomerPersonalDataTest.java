package io.guanxi.crm.customer.service.privacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.guanxi.crm.customer.Customer;
import io.guanxi.crm.customer.CustomerData;
import io.guanxi.crm.customer.CustomerKind;
import io.guanxi.crm.customer.Person;
import io.guanxi.crm.customer.PersonData;
import io.guanxi.crm.customer.PersonDetails;
import io.guanxi.crm.customer.UnknownPersonException;
import io.guanxi.crm.customer.service.JpaCustomerArchive;
import io.guanxi.crm.customer.service.JpaPersons;
import io.guanxi.crm.platform.fields.FieldCatalog;
import io.guanxi.crm.platform.modules.Neighbour;
import io.guanxi.crm.platform.privacy.Erased;
import io.guanxi.crm.platform.privacy.PersonalValue;
import io.guanxi.crm.platform.privacy.Subject;
import io.guanxi.crm.platform.privacy.Traces;
import io.guanxi.crm.platform.problem.InvalidValueException;
import io.guanxi.crm.platform.security.Action;
import io.guanxi.crm.platform.security.Scope;
import io.guanxi.crm.platform.testing.Postgresql;
import io.guanxi.crm.platform.testing.RecordedOutbox;
import io.guanxi.crm.platform.testing.ScopedAccess;
import io.guanxi.crm.platform.testing.SignedIn;
import io.guanxi.crm.platform.testing.TestDatabase;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.apache.aries.jpa.template.JpaTemplate;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.RuleChain;
import org.junit.runner.RunWith;
import org.junit.runners.Parameterized;
import org.junit.runners.Parameterized.Parameters;

@RunWith(Parameterized.class)
public class CustomerPersonalDataTest {

    private final TestDatabase database;
    private final RecordedOutbox outbox = new RecordedOutbox();
    private final ScopedAccess access = new ScopedAccess();

    @SuppressWarnings("NullAway.Init")
    private JpaCustomerArchive archive;

    @SuppressWarnings("NullAway.Init")
    private JpaPersons persons;

    @SuppressWarnings("NullAway.Init")
    private CustomerPersonalData data;

    @Rule
    public final RuleChain rules;

    public CustomerPersonalDataTest(String name, Supplier<TestDatabase> databases) {
        database = databases.get();
        rules = RuleChain.outerRule(SignedIn.administrator()).around(database);
    }

    @Parameters(name = "{0}")
    public static List<Object[]> databases() {
        Supplier<TestDatabase> derby = () -> new TestDatabase("customer");
        Supplier<TestDatabase> postgresql = () -> new TestDatabase(Postgresql.fresh(), "customer");
        return List.of(new Object[] {"Derby", derby}, new Object[] {"PostgreSQL", postgresql});
    }

    @Before
    public void open() {
        JpaTemplate jpa = database.template("crm-customer");
        archive = new JpaCustomerArchive(jpa, database.dataSource(), database.transactions(), outbox, access);
        persons = new JpaPersons(jpa, database.dataSource(), database.transactions(), outbox, access);
        data = new CustomerPersonalData(
                database.dataSource(),
                archive,
                persons,
                Neighbour.fixed(FieldCatalog.none()),
                query -> List.of(),
                outbox,
                access,
                Clock.systemUTC());
    }

    @Test
    public void aPersonAtACompanyIsDeletedAndNobodyElseIs() {
        Customer company = archive.register(CustomerData.of(CustomerKind.COMPANY, "星辰"));
        Person wei = persons.add(company.id(), person("张伟", "13900001111", "zw@example.cn"));
        Person fang = persons.add(company.id(), person("王芳", "13900002222", "wf@example.cn"));
        Subject subject = new Subject("person", wei.id().value());

        assertThat(values(subject))
                .contains("张伟", "13900001111", "zw@example.cn")
                .doesNotContain("王芳");
        Erased did = erase(subject);

        assertThat(did.lines()).extracting(Erased.Line::what).contains("person", "phone", "email", "search-term");
        assertThat(persons.find(company.id(), wei.id())).isEmpty();
        assertThat(persons.find(company.id(), fang.id())).contains(fang);
        assertThat(rows("CRM_CUSTOMER_PERSON_TERM WHERE RECORD_ID = " + wei.id()))
                .isZero();
        assertThat(rows("CRM_CUSTOMER_PERSON_TERM WHERE RECORD_ID = " + fang.id()))
                .isPositive();
        assertThat(outbox.topics()).endsWith("person.erased");
        assertThatThrownBy(() -> data.require(subject, Action.READ)).isInstanceOf(UnknownPersonException.class);
        assertThat(erase(subject).lines()).isEmpty();
    }

    @Test
    public void aHouseholdGoesWithItsMembersAndKeepsItsNumber() {
        Customer household = archive.register(CustomerData.of(CustomerKind.HOUSEHOLD, "张家"));
        Person wei = persons.add(household.id(), person("张伟", "13900001111", "zw@example.cn"));
        Subject subject = new Subject("customer", household.id().value());

        assertThat(values(subject)).contains("张家", "张伟");
        erase(subject);

        assertThat(persons.find(household.id(), wei.id())).isEmpty();
        Customer left = archive.find(household.id()).orElseThrow();
        assertThat(left.data().name()).doesNotContain("张");
        assertThat(left.data().code()).contains("ERASED-" + household.id());
        assertThat(left.archivedAt()).isPresent();
        assertThat(rows("CRM_CUSTOMER_CUSTOMER_TERM")).isZero();
    }

    @Test
    public void whoDoesNotReachTheCustomerKnowsNobodyThere() {
        Customer company = archive.register(CustomerData.of(CustomerKind.COMPANY, "星辰"));
        Person wei = persons.add(company.id(), person("张伟", "13900001111", "zw@example.cn"));
        database.jdbc().update("UPDATE CRM_CUSTOMER_CUSTOMER SET OWNER_ID = 7", statement -> {});
        Subject subject = new Subject("person", wei.id().value());
        data.require(subject, Action.ARCHIVE);
        assertThatThrownBy(
                        () -> data.require(new Subject("customer", company.id().value()), Action.READ))
                .isInstanceOf(InvalidValueException.class);

        access.reaches(new Scope(false, Optional.of(8L), Set.of(), Set.of()));
        assertThatThrownBy(() -> data.require(subject, Action.READ)).isInstanceOf(UnknownPersonException.class);
    }

    private static PersonData person(String name, String phone, String email) {
        return new PersonData(name, Optional.of("buyer"), List.of(phone), List.of(email), PersonDetails.NONE);
    }

    private List<String> values(Subject subject) {
        List<PersonalValue> values = new ArrayList<>();
        data.visit(subject, traces(subject), values::add);
        return values.stream().map(PersonalValue::value).toList();
    }

    private Traces traces(Subject subject) {
        Traces traces = new Traces();
        data.trace(subject, traces);
        return traces;
    }

    private Erased erase(Subject subject) {
        Traces traces = traces(subject);
        return database.transactions().call(() -> data.erase(subject, traces));
    }

    private long rows(String from) {
        return database.jdbc()
                .first("SELECT COUNT(*) FROM " + from, statement -> {}, row -> row.getLong(1))
                .orElseThrow();
    }
}
