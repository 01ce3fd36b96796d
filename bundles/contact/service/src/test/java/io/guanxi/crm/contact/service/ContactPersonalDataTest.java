package io.guanxi.crm.contact.service;

import static org.assertj.core.api.Assertions.assertThat;

import io.guanxi.crm.contact.Channel;
import io.guanxi.crm.contact.Direction;
import io.guanxi.crm.contact.Interaction;
import io.guanxi.crm.contact.InteractionData;
import io.guanxi.crm.customer.CustomerArchive;
import io.guanxi.crm.customer.CustomerData;
import io.guanxi.crm.customer.CustomerId;
import io.guanxi.crm.customer.CustomerKind;
import io.guanxi.crm.customer.PersonData;
import io.guanxi.crm.customer.PersonDetails;
import io.guanxi.crm.customer.PersonId;
import io.guanxi.crm.customer.Persons;
import io.guanxi.crm.customer.service.JdbcCustomerScopes;
import io.guanxi.crm.customer.service.JpaCustomerArchive;
import io.guanxi.crm.customer.service.JpaPersons;
import io.guanxi.crm.platform.fields.FieldCatalog;
import io.guanxi.crm.platform.modules.Neighbour;
import io.guanxi.crm.platform.privacy.Erased;
import io.guanxi.crm.platform.privacy.PersonalValue;
import io.guanxi.crm.platform.privacy.Subject;
import io.guanxi.crm.platform.privacy.Traces;
import io.guanxi.crm.platform.testing.OpenAccess;
import io.guanxi.crm.platform.testing.Postgresql;
import io.guanxi.crm.platform.testing.RecordedOutbox;
import io.guanxi.crm.platform.testing.SignedIn;
import io.guanxi.crm.platform.testing.TestDatabase;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
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
public class ContactPersonalDataTest {

    private static final Instant AT = Instant.parse("2026-03-01T08:30:00Z");

    private final TestDatabase database;
    private final Traces traces = new Traces();

    @SuppressWarnings("NullAway.Init")
    private JpaContactLog log;

    @SuppressWarnings("NullAway.Init")
    private ContactPersonalData data;

    @SuppressWarnings("NullAway.Init")
    private CustomerId customer;

    @SuppressWarnings("NullAway.Init")
    private PersonId wei;

    @SuppressWarnings("NullAway.Init")
    private PersonId fang;

    @Rule
    public final RuleChain rules;

    public ContactPersonalDataTest(String name, Supplier<TestDatabase> databases) {
        database = databases.get();
        rules = RuleChain.outerRule(SignedIn.administrator()).around(database);
    }

    @Parameters(name = "{0}")
    public static List<Object[]> databases() {
        Supplier<TestDatabase> derby = () -> new TestDatabase("customer", "contact");
        Supplier<TestDatabase> postgresql = () -> new TestDatabase(Postgresql.fresh(), "customer", "contact");
        return List.of(new Object[] {"Derby", derby}, new Object[] {"PostgreSQL", postgresql});
    }

    @Before
    public void open() {
        JpaTemplate jpa = database.template("crm-customer");
        OpenAccess access = new OpenAccess();
        RecordedOutbox outbox = new RecordedOutbox();
        CustomerArchive archive =
                new JpaCustomerArchive(jpa, database.dataSource(), database.transactions(), outbox, access);
        Persons persons = new JpaPersons(jpa, database.dataSource(), database.transactions(), outbox, access);
        customer = archive.register(CustomerData.of(CustomerKind.COMPANY, "星辰")).id();
        wei = persons.add(customer, person("张伟")).id();
        fang = persons.add(customer, person("王芳")).id();
        log = new JpaContactLog(
                database.template("crm-contact"),
                database.dataSource(),
                database.transactions(),
                outbox,
                access,
                Neighbour.fixed(new JdbcCustomerScopes(database.dataSource(), Clock.systemUTC())),
                Neighbour.fixed(persons),
                Clock.systemUTC());
        data = new ContactPersonalData(database.dataSource(), log, Neighbour.fixed(FieldCatalog.none()));
        traces.about("person", List.of(wei.value()));
        traces.near("customer", List.of(customer.value()));
        traces.text("张伟");
    }

    @Test
    public void textsOfOneAreGivenAndGoAndThoseOfSeveralLoseTheName() {
        Interaction alone = log.record(interaction("报价", "他要打折", wei));
        Interaction joint = log.record(interaction("张伟与王芳", "王芳：可以。张伟：不行。", wei, fang));
        Interaction others = log.record(interaction("王芳来电", "问起张伟", fang));
        Subject subject = new Subject("person", wei.value());
        data.trace(subject, traces);

        List<PersonalValue> values = new ArrayList<>();
        data.visit(subject, traces, values::add);
        assertThat(values)
                .extracting(PersonalValue::value)
                .contains("报价", "他要打折")
                .doesNotContain("张伟与王芳", "王芳来电");
        assertThat(values)
                .extracting(PersonalValue::record)
                .contains(joint.id().toString())
                .doesNotContain(others.id().toString());

        Erased did = database.transactions().call(() -> data.erase(subject, traces));

        assertThat(did.lines())
                .extracting(line -> line.what() + " " + line.count())
                .containsExactly("participation 2", "interaction 1", "shared-interaction 1", "mention 1");
        assertThat(found(alone).subject()).isEqualTo(Traces.BLANK);
        assertThat(found(alone).summary()).isEmpty();
        assertThat(found(alone).persons()).isEmpty();
        assertThat(found(alone).at()).isEqualTo(AT);
        assertThat(found(joint).subject()).isEqualTo("█与王芳");
        assertThat(found(joint).summary()).contains("王芳：可以。█：不行。");
        assertThat(found(joint).persons()).containsExactly(fang);
        assertThat(found(others).subject()).isEqualTo("王芳来电");
        assertThat(found(others).summary()).contains("问起█");
        assertThat(database.transactions()
                        .call(() -> data.erase(subject, traces))
                        .lines())
                .extracting(Erased.Line::what)
                .doesNotContain("participation");
    }

    private InteractionData found(Interaction interaction) {
        return log.find(interaction.id()).orElseThrow().data();
    }

    private static PersonData person(String name) {
        return new PersonData(name, Optional.empty(), List.of(), List.of(), PersonDetails.NONE);
    }

    private InteractionData interaction(String subject, String summary, PersonId... persons) {
        return new InteractionData(
                customer,
                List.of(persons),
                Channel.CALL,
                Direction.IN,
                AT,
                Optional.empty(),
                subject,
                Optional.of(summary),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }
}
