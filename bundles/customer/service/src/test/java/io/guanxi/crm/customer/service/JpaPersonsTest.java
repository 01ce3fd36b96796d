package io.guanxi.crm.customer.service;

import static io.guanxi.crm.customer.service.Fixture.zhangWei;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.guanxi.crm.customer.Customer;
import io.guanxi.crm.customer.CustomerId;
import io.guanxi.crm.customer.Person;
import io.guanxi.crm.customer.PersonData;
import io.guanxi.crm.customer.PersonDetails;
import io.guanxi.crm.customer.PersonFields;
import io.guanxi.crm.customer.PersonId;
import io.guanxi.crm.customer.PersonQuery;
import io.guanxi.crm.customer.UnknownCustomerException;
import io.guanxi.crm.customer.UnknownPersonException;
import io.guanxi.crm.platform.fields.Field;
import io.guanxi.crm.platform.problem.FieldError;
import io.guanxi.crm.platform.problem.InvalidValueException;
import io.guanxi.crm.platform.problem.StaleVersionException;
import io.guanxi.crm.platform.query.Filter;
import io.guanxi.crm.platform.query.ListQuery;
import io.guanxi.crm.platform.query.SortOrder;
import io.guanxi.crm.platform.testing.SignedIn;
import io.guanxi.crm.platform.testing.TestDatabase;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;

public class JpaPersonsTest {

    @Rule
    public final TestDatabase database = new TestDatabase("customer");

    @Rule
    public final SignedIn signedIn = SignedIn.administrator();

    private Fixture fixture;
    private JpaPersons persons;
    private Customer customer;

    @Before
    public void open() {
        fixture = new Fixture(database);
        persons = fixture.persons;
        customer = fixture.archive.register(Fixture.company("星辰"));
    }

    @Test
    public void findsWhoWasAdded() {
        Person person = persons.add(customer.id(), zhangWei());

        assertThat(persons.find(customer.id(), person.id())).contains(person);
        assertThat(person.data()).isEqualTo(zhangWei());
        assertThat(fixture.outbox.topics()).endsWith("person.added");
    }

    @Test
    public void listsTheLivingByNameWithTheirPhones() {
        Person wei = persons.add(customer.id(), zhangWei());
        Person ada = persons.add(customer.id(), named("Ada"));
        Person bob = persons.add(customer.id(), named("bob"));
        persons.archive(customer.id(), ada.id());

        assertThat(persons.of(customer.id())).containsExactly(bob, wei);
    }

    @Test
    public void listsThePersonsOfAllCustomers() {
        CustomerId other = fixture.archive.register(Fixture.company("B")).id();
        Person wei = persons.add(customer.id(), zhangWei());
        Person bob = persons.add(other, named("bob"));
        Person gone = persons.add(other, named("Ada"));
        persons.archive(other, gone.id());

        assertThat(ids(all(false), all -> all)).containsExactly(bob.id(), wei.id());
        assertThat(ids(all(true), all -> all)).containsExactly(gone.id());
        assertThat(ids(all(false), all -> all.search("bo"))).containsExactly(bob.id());
        assertThat(ids(all(false), all -> all.search("nobody"))).isEmpty();
        assertThat(ids(all(false), all -> filtered(all, "id=in=(" + wei.id() + "," + gone.id() + ")")))
                .containsExactly(wei.id());
        for (Field field : PersonFields.ALL) {
            assertThat(ids(all(false), all -> filtered(all, field.code() + "=isnull=true;name==x")))
                    .isEmpty();
        }
        for (String order : List.of("-name", "createdAt", "-updatedAt,name")) {
            ListQuery sorted = ListQuery.all(SortOrder.parse(order, PersonFields.ALL), 1);
            assertThat(persons.list(new PersonQuery(Optional.empty(), false, sorted))
                            .next())
                    .isPresent();
        }
    }

    private static PersonQuery all(boolean archived) {
        return new PersonQuery(
                Optional.empty(), archived, ListQuery.all(SortOrder.parse("name", PersonFields.ALL), 50));
    }

    private static ListQuery filtered(ListQuery all, String filter) {
        return all.where(Filter.parse(filter, PersonFields.ALL, Clock.systemUTC(), ZoneOffset.UTC));
    }

    private List<PersonId> ids(PersonQuery all, UnaryOperator<ListQuery> question) {
        PersonQuery query = new PersonQuery(all.customer(), all.archived(), question.apply(all.list()));
        List<PersonId> found =
                persons.list(query).rows().stream().map(Person::id).toList();
        assertThat(persons.count(query)).isEqualTo(found.size());
        return found;
    }

    @Test
    public void changesAndTellsStaleVersions() {
        Person person = persons.add(customer.id(), zhangWei());

        Person changed = persons.change(customer.id(), person.id(), 1, data -> named("王芳"));

        assertThat(changed.version()).isEqualTo(2);
        assertThat(changed.data().phones()).isEmpty();
        assertThat(persons.find(customer.id(), person.id())).contains(changed);
        assertThatThrownBy(() -> persons.change(customer.id(), person.id(), 1, data -> data))
                .isInstanceOf(StaleVersionException.class);
    }

    @Test
    public void nobodyIsFoundAtAnotherCustomer() {
        Person person = persons.add(customer.id(), zhangWei());
        CustomerId other = fixture.archive.register(Fixture.company("B")).id();

        assertThat(persons.find(other, person.id())).isEmpty();
        assertThatThrownBy(() -> persons.archive(other, person.id())).isInstanceOf(UnknownPersonException.class);
        assertThatThrownBy(() -> persons.change(customer.id(), new PersonId(999), 1, data -> data))
                .isInstanceOf(UnknownPersonException.class);
    }

    @Test
    public void refusesAnUnknownCustomer() {
        assertThatThrownBy(() -> persons.add(new CustomerId(4711), zhangWei()))
                .isInstanceOf(UnknownCustomerException.class);
        assertThatThrownBy(() -> persons.of(new CustomerId(4711))).isInstanceOf(UnknownCustomerException.class);
    }

    @Test
    public void namesEveryFieldThatIsWrong() {
        PersonData bad =
                new PersonData("", Optional.of("r".repeat(51)), List.of("x"), List.of("y"), PersonDetails.NONE);

        assertThatThrownBy(() -> persons.add(customer.id(), bad))
                .isInstanceOfSatisfying(InvalidValueException.class, e -> assertThat(e.errors())
                        .extracting(FieldError::field)
                        .containsExactly("name", "role", "phones[0]", "emails[0]"));
    }

    private static PersonData named(String name) {
        return new PersonData(name, Optional.empty(), List.of(), List.of(), PersonDetails.NONE);
    }
}
