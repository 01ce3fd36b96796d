package io.guanxi.crm.customer.service;

import static io.guanxi.crm.customer.service.Fixture.company;
import static io.guanxi.crm.customer.service.Fixture.withPhones;
import static org.assertj.core.api.Assertions.assertThat;

import io.guanxi.crm.customer.CustomerEntry;
import io.guanxi.crm.customer.CustomerId;
import io.guanxi.crm.customer.CustomerQuery;
import io.guanxi.crm.customer.PersonData;
import io.guanxi.crm.customer.PersonDetails;
import io.guanxi.crm.customer.PersonQuery;
import io.guanxi.crm.platform.query.ListQuery;
import io.guanxi.crm.platform.query.Slice;
import io.guanxi.crm.platform.query.SortOrder;
import io.guanxi.crm.platform.search.BestMatch;
import io.guanxi.crm.platform.testing.Postgresql;
import io.guanxi.crm.platform.testing.SignedIn;
import io.guanxi.crm.platform.testing.TestDatabase;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.junit.runner.RunWith;
import org.junit.runners.Parameterized;
import org.junit.runners.Parameterized.Parameters;

@RunWith(Parameterized.class)
public class BestMatchTest {

    // more than a search for the best looks at
    private static final int VERY_MANY = 2500;

    @Rule
    public final TestDatabase database;

    @Rule
    public final SignedIn signedIn = SignedIn.administrator();

    private JpaCustomerArchive archive;
    private JpaPersons persons;

    public BestMatchTest(String name, Supplier<TestDatabase> databases) {
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
        Fixture fixture = new Fixture(database);
        archive = fixture.archive;
        persons = fixture.persons;
    }

    @Test
    public void whoIsCalledJustAsTypedComesBeforeLongerNames() {
        register("张伟文", "星辰", "老张伟", "张伟");

        assertThat(names("张伟")).containsExactly("老张伟", "张伟", "张伟文");
        assertThat(names("zhangw")).containsExactly("老张伟", "张伟", "张伟文");
    }

    @Test
    public void whereVeryManyAreFoundTheFirstPageIsThatOfAll() {
        nameManyAlike();
        List<String> few = names("na");

        nobodyHas("naz");
        assertThat(names("na")).as("before the terms of others").isEqualTo(few);
        nobodyHas("na");
        assertThat(names("na")).as("behind the terms of others").isEqualTo(few).hasSize(50);
    }

    @Test
    public void pagesMeetWhereTheFirstIsFoundOtherwiseThanTheRest() {
        nameManyAlike();
        nobodyHas("naz");

        assertThat(paged("na", 7)).hasSize(60).doesNotHaveDuplicates();
        assertThat(paged("na", 7).subList(0, 50)).isEqualTo(ids(archive.list(query("na", 50))));
    }

    @Test
    public void aPhoneNumberIsFoundByBothItsEndsInOneOrder() {
        for (int i = 10; i < 40; i++) {
            archive.register(withPhones("N" + i, "555" + i + "000555"));
        }
        List<Long> few = paged("555", 4);
        nobodyHas("5559");
        nobodyHas("<5559");

        assertThat(paged("555", 4)).isEqualTo(few).hasSize(30);
    }

    @Test
    public void filtersThatLeaveFewOfTheBestAreAnsweredFromAll() {
        for (int i = 0; i < 60; i++) {
            register("Nn" + i);
        }
        nobodyHas("nn");
        archive.register(Fixture.everything("n"::repeat));

        assertThat(archive.list(filtered("nn", "sex==female")).rows()).hasSize(1);
    }

    @Test
    public void aTextWithNothingToSearchForLeavesTheListByName() {
        register("b", "a");

        assertThat(names("  ")).containsExactly("a", "b");
    }

    @Test
    public void personsOfAllCustomersAreRankedAndThoseOfOneAreByName() {
        var customer = archive.register(company("A")).id();
        for (String name : List.of("张伟文", "老张伟", "张伟")) {
            persons.add(customer, new PersonData(name, Optional.empty(), List.of(), List.of(), PersonDetails.NONE));
        }

        assertThat(persons(Optional.empty())).containsExactly("老张伟", "张伟", "张伟文");
        assertThat(persons(Optional.of(customer))).containsExactly("张伟", "张伟文", "老张伟");
    }

    // some with several terms that begin alike
    private void nameManyAlike() {
        for (int i = 0; i < 60; i++) {
            register("Na" + i % 7 + " na" + i % 5);
        }
    }

    /** Terms that lead to no record, so many that the search is for something common. */
    private void nobodyHas(String term) {
        database.jdbc().with(connection -> {
            try (var insert = connection.prepareStatement(
                    "INSERT INTO CRM_CUSTOMER_CUSTOMER_TERM (TERM, RECORD_ID) VALUES (?, 0)")) {
                for (int i = 0; i < VERY_MANY; i++) {
                    insert.setString(1, term);
                    insert.addBatch();
                }
                return insert.executeBatch().length;
            }
        });
    }

    private List<Long> paged(String text, int limit) {
        List<Long> seen = new ArrayList<>();
        Optional<CustomerQuery> rest = Optional.of(query(text, limit));
        while (rest.isPresent()) {
            CustomerQuery query = rest.get();
            Slice<CustomerEntry> page = archive.list(query);
            seen.addAll(ids(page));
            rest = page.next().map(next -> query.with(query.list().after(next, limit)));
        }
        return seen;
    }

    private List<String> persons(Optional<CustomerId> customer) {
        ListQuery list = query("张伟", 50).list();
        return persons.list(new PersonQuery(customer, false, list)).rows().stream()
                .map(person -> person.data().name())
                .toList();
    }

    private List<String> names(String text) {
        return archive.list(query(text, 50)).rows().stream()
                .map(CustomerEntry::name)
                .toList();
    }

    private static List<Long> ids(Slice<CustomerEntry> page) {
        return page.rows().stream().map(entry -> entry.id().value()).toList();
    }

    private static CustomerQuery filtered(String text, String filter) {
        CustomerQuery query = query(text, 50);
        return query.with(
                Fixture.filtered(filter).list().search(text).sorted(query.list().sort()));
    }

    private static CustomerQuery query(String text, int limit) {
        SortOrder best = SortOrder.parse(SortOrder.BEST_MATCH, List.of(BestMatch.FIELD));
        return CustomerQuery.byName(limit).with(ListQuery.all(best, limit).search(text));
    }

    private void register(String... names) {
        for (String name : names) {
            archive.register(company(name));
        }
    }
}
