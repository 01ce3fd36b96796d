package io.guanxi.crm.contact.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.guanxi.crm.contact.Channel;
import io.guanxi.crm.contact.Direction;
import io.guanxi.crm.contact.Interaction;
import io.guanxi.crm.contact.InteractionData;
import io.guanxi.crm.contact.InteractionFields;
import io.guanxi.crm.contact.InteractionId;
import io.guanxi.crm.contact.InteractionQuery;
import io.guanxi.crm.contact.NextStep;
import io.guanxi.crm.contact.UnknownInteractionException;
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
import io.guanxi.crm.platform.fields.Field;
import io.guanxi.crm.platform.modules.Neighbour;
import io.guanxi.crm.platform.problem.InvalidValueException;
import io.guanxi.crm.platform.problem.NotSignedInException;
import io.guanxi.crm.platform.problem.StaleVersionException;
import io.guanxi.crm.platform.query.Filter;
import io.guanxi.crm.platform.query.ListQuery;
import io.guanxi.crm.platform.query.Slice;
import io.guanxi.crm.platform.security.Callers;
import io.guanxi.crm.platform.testing.OpenAccess;
import io.guanxi.crm.platform.testing.RecordedOutbox;
import io.guanxi.crm.platform.testing.SignedIn;
import io.guanxi.crm.platform.testing.TestDatabase;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import org.apache.aries.jpa.template.JpaTemplate;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;

public class JpaContactLogTest {

    private static final Instant NOW = Instant.parse("2026-03-01T08:30:00Z");
    private static final CustomerId ADA = new CustomerId(1);
    private static final CustomerId BOB = new CustomerId(2);
    private static final PersonId WEI = new PersonId(1);
    private static final PersonId FANG = new PersonId(2);
    private static final PersonId LEI = new PersonId(3);

    @Rule
    public final TestDatabase database = new TestDatabase("customer", "contact");

    @Rule
    public final SignedIn signedIn = SignedIn.administrator();

    private final RecordedOutbox outbox = new RecordedOutbox();
    private JpaContactLog log;

    @Before
    public void open() {
        JpaTemplate jpa = database.template("crm-customer");
        OpenAccess access = new OpenAccess();
        RecordedOutbox others = new RecordedOutbox();
        CustomerArchive archive =
                new JpaCustomerArchive(jpa, database.dataSource(), database.transactions(), others, access);
        Persons persons = new JpaPersons(jpa, database.dataSource(), database.transactions(), others, access);
        for (String name : List.of("Ada", "Bob")) {
            archive.register(CustomerData.of(CustomerKind.COMPANY, name));
        }
        person(persons, ADA, WEI);
        person(persons, ADA, FANG);
        person(persons, BOB, LEI);
        log = new JpaContactLog(
                database.template("crm-contact"),
                database.dataSource(),
                database.transactions(),
                outbox,
                access,
                Neighbour.fixed(new JdbcCustomerScopes(database.dataSource(), Clock.systemUTC())),
                Neighbour.fixed(persons),
                Clock.fixed(NOW, ZoneOffset.UTC));
    }

    private static void person(Persons persons, CustomerId customer, PersonId expected) {
        PersonData data = new PersonData("P" + expected, Optional.empty(), List.of(), List.of(), PersonDetails.NONE);
        assertThat(persons.add(customer, data).id()).isEqualTo(expected);
    }

    @Test
    public void findsWhatWasRecorded() {
        Interaction interaction = log.record(full(""));

        assertThat(log.find(interaction.id())).contains(interaction);
        assertThat(log.list(of(ADA)).rows()).containsExactly(interaction);
        assertThat(interaction.data().persons()).containsExactly(FANG, WEI);
        assertThat(outbox.topics()).containsExactly("interaction.recorded");
    }

    @Test
    public void isByTheCallerUnlessSomebodyElseIsNamed() {
        assertThat(log.record(at(ADA, NOW)).data().by()).contains("admin");
        assertThat(log.record(full("")).data().by()).contains("b".repeat(200));
    }

    @Test
    public void namesEveryFieldThatIsWrong() {
        assertThat(errors(() -> log.record(full("x"))))
                .containsExactly(
                        "subject too-long",
                        "summary too-long",
                        "result too-long",
                        "by too-long",
                        "nextStep.what too-long");
        InteractionData strange =
                data(new CustomerId(4711), List.of(), Instant.MAX, Optional.of(NOW), " ", Optional.empty());
        assertThat(errors(() -> log.record(strange)))
                .containsExactly(
                        "at out-of-range", "until before-start", "subject required", "customerId unknown-customer");
    }

    @Test
    public void refusesPersonsOfAnotherCustomer() {
        InteractionData data = data(ADA, List.of(WEI, LEI), NOW, Optional.empty(), "s", Optional.empty());

        assertThat(errors(() -> log.record(data))).containsExactly("personIds[1] unknown-person");
    }

    @Test
    public void changesAndTellsStaleVersions() {
        Interaction before = log.record(full(""));

        Interaction after = log.change(before.id(), 1, data -> at(BOB, NOW));

        assertThat(after.version()).isEqualTo(2);
        assertThat(after.data().persons()).isEmpty();
        assertThat(log.find(before.id())).contains(after);
        assertThat(log.change(before.id(), 2, data -> data)).isEqualTo(after);
        assertThatThrownBy(() -> log.change(before.id(), 1, data -> data)).isInstanceOf(StaleVersionException.class);
        assertThatThrownBy(() -> log.change(new InteractionId(4711), 1, data -> data))
                .isInstanceOf(UnknownInteractionException.class);
    }

    @Test
    public void whatIsArchivedLeavesTheListAndCanStillBeFound() {
        Interaction interaction = log.record(at(ADA, NOW));

        Interaction archived = log.archive(interaction.id());

        assertThat(log.list(of(ADA)).rows()).isEmpty();
        assertThat(log.find(interaction.id())).contains(archived);
        assertThat(log.archive(interaction.id())).isEqualTo(archived);
        assertThat(outbox.topics()).containsExactly("interaction.recorded", "interaction.archived");
    }

    @Test
    public void pagesMeetWithoutGapOrOverlapNewestFirst() {
        for (int i = 0; i < 20; i++) {
            log.record(at(i % 2 == 0 ? ADA : BOB, NOW.plusSeconds(i / 5)));
        }
        for (Optional<CustomerId> customer : List.of(Optional.<CustomerId>empty(), Optional.of(ADA))) {
            List<Interaction> all =
                    log.list(InteractionQuery.newest(customer, 200)).rows();

            assertThat(all).hasSizeGreaterThanOrEqualTo(10).isSortedAccordingTo(JpaContactLogTest::newestFirst);
            assertThat(paged(customer)).containsExactlyElementsOf(all);
        }
    }

    @Test
    public void findsBySubjectAndByWhatIsFiltered() {
        Interaction full = log.record(full(""));
        Interaction plain = log.record(data(BOB, List.of(), NOW, Optional.empty(), "Offer 100%", Optional.empty()));

        assertThat(found(ListQuery::search, "offer 100%")).containsExactly(plain);
        assertThat(found(ListQuery::search, "客户")).containsExactly(full);
        assertThat(found(ListQuery::search, "*")).isEmpty();
        assertThat(found(JpaContactLogTest::filtered, "channel==wechat;personIds==2;nextStep.at==2026-03"))
                .containsExactly(full);
        assertThat(found(JpaContactLogTest::filtered, "personIds!=2")).containsExactly(plain);
        assertThat(found(JpaContactLogTest::filtered, "id=in=(" + plain.id() + ",99)"))
                .containsExactly(plain);
        assertThat(found(JpaContactLogTest::filtered, "customerId==2,until=isnull=false"))
                .hasSize(2);
    }

    @Test
    public void everyFieldThatMayBeNamedHasAColumn() {
        for (Field field : InteractionFields.ALL) {
            assertThat(found(JpaContactLogTest::filtered, field.code() + "=isnull=true"))
                    .isEmpty();
        }
    }

    private List<Interaction> found(BiFunction<ListQuery, String, ListQuery> question, String text) {
        InteractionQuery all = InteractionQuery.newest(Optional.empty(), 50);
        InteractionQuery query = new InteractionQuery(Optional.empty(), question.apply(all.list(), text));
        List<Interaction> found = log.list(query).rows();
        assertThat(log.count(query)).isEqualTo(found.size());
        return found;
    }

    private static ListQuery filtered(ListQuery all, String filter) {
        return all.where(Filter.parse(filter, InteractionFields.ALL, Clock.systemUTC(), ZoneOffset.UTC));
    }

    @Test
    public void aRollbackLeavesNothing() {
        assertThatThrownBy(() -> database.transactions().run(() -> {
                    log.record(full(""));
                    throw new IllegalStateException("boom");
                }))
                .hasMessage("boom");

        assertThat(log.list(of(ADA)).rows()).isEmpty();
    }

    @Test
    public void worksForNobodyWhoIsNotSignedIn() {
        Callers.bind(null);

        assertThatThrownBy(() -> log.record(full(""))).isInstanceOf(NotSignedInException.class);
        assertThatThrownBy(() -> log.list(of(ADA))).isInstanceOf(NotSignedInException.class);
    }

    private List<Interaction> paged(Optional<CustomerId> customer) {
        List<Interaction> all = new ArrayList<>();
        InteractionQuery query = InteractionQuery.newest(customer, 3);
        while (true) {
            Slice<Interaction> page = log.list(query);
            all.addAll(page.rows());
            if (page.next().isEmpty() || all.size() > 100) {
                return all;
            }
            query = new InteractionQuery(
                    customer, query.list().after(page.next().get(), 3));
            log.record(at(ADA, NOW.plusSeconds(99)));
        }
    }

    private static int newestFirst(Interaction a, Interaction b) {
        int byTime = b.data().at().compareTo(a.data().at());
        return byTime != 0 ? byTime : Long.compare(b.id().value(), a.id().value());
    }

    private static InteractionQuery of(CustomerId customer) {
        return InteractionQuery.newest(Optional.of(customer), 50);
    }

    private static InteractionData at(CustomerId customer, Instant at) {
        return data(customer, List.of(), at, Optional.empty(), "s", Optional.empty());
    }

    private static InteractionData data(
            CustomerId customer,
            List<PersonId> persons,
            Instant at,
            Optional<Instant> until,
            String subject,
            Optional<NextStep> nextStep) {
        return new InteractionData(
                customer,
                persons,
                Channel.CALL,
                Direction.OUT,
                at,
                until,
                subject,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                nextStep);
    }

    /** Every text fills its column, and more where {@code more} is not empty. */
    private static InteractionData full(String more) {
        return new InteractionData(
                ADA,
                List.of(FANG, WEI),
                Channel.WECHAT,
                Direction.IN,
                NOW,
                Optional.of(NOW.plusSeconds(60)),
                "𠮷🍜".repeat(50) + more,
                Optional.of("客\n".repeat(1999) + "客户" + more),
                Optional.of("r".repeat(2000) + more),
                Optional.of("b".repeat(200) + more),
                Optional.of(new NextStep(LocalDate.of(2026, 3, 8), "w".repeat(500) + more)));
    }

    private static List<String> errors(ThrowingCallable call) {
        InvalidValueException thrown =
                org.assertj.core.api.Assertions.catchThrowableOfType(InvalidValueException.class, call);
        assertThat(thrown).isNotNull();
        return thrown.errors().stream().map(e -> e.field() + " " + e.code()).toList();
    }
}
