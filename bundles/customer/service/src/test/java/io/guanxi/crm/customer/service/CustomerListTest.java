package io.guanxi.crm.customer.service;

import static io.guanxi.crm.customer.service.Fixture.company;
import static io.guanxi.crm.customer.service.Fixture.withPhones;
import static org.assertj.core.api.Assertions.assertThat;

import io.guanxi.crm.customer.CustomerEntry;
import io.guanxi.crm.customer.CustomerKind;
import io.guanxi.crm.customer.CustomerQuery;
import io.guanxi.crm.customer.CustomerQuery.Sort;
import io.guanxi.crm.platform.testing.SignedIn;
import io.guanxi.crm.platform.testing.TestDatabase;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;

public class CustomerListTest {

    @Rule
    public final TestDatabase database = new TestDatabase("customer");

    @Rule
    public final SignedIn signedIn = SignedIn.administrator();

    private JpaCustomerArchive archive;

    @Before
    public void open() {
        archive = new Fixture(database).archive;
    }

    @Test
    public void sortsByNameWhateverItsCase() {
        register("beta", "Alpha", "alpha", "Ｂeta 2", "张伟", "阿里");

        assertThat(names("")).containsExactly("Alpha", "alpha", "beta", "Ｂeta 2", "张伟", "阿里");
    }

    @Test
    public void findsByTheBeginningOfTheName() {
        register("上海星辰科技", "上海", "星辰", "Shanghai 100%", "shanghai_x");

        assertThat(names("上海")).containsExactly("上海", "上海星辰科技");
        assertThat(names("SHANG")).containsExactly("Shanghai 100%", "shanghai_x");
        assertThat(names("shanghai 100%")).containsExactly("Shanghai 100%");
        assertThat(names("%")).isEmpty();
        assertThat(names("_")).isEmpty();
        assertThat(names("海")).isEmpty();
        assertThat(names("  ")).hasSize(5);
    }

    @Test
    public void findsByTheBeginningOfAPhoneNumber() {
        archive.register(withPhones("A", "110", "+86 21-5555 0101"));
        archive.register(withPhones("B", "13900000000"));
        archive.register(company("139 Club"));

        assertThat(names("021 5555")).containsExactly("A");
        assertThat(names("0086 21")).containsExactly("A");
        assertThat(names("139")).containsExactly("139 Club", "B");
        assertThat(names("+86 139-0000")).containsExactly("B");
        assertThat(names("13")).as("too short for a phone number").containsExactly("139 Club");
        assertThat(archive.count(Fixture.byName("139"))).isEqualTo(2);
    }

    @Test
    public void aCustomerIsListedOnceHoweverManyOfItsPhonesMatch() {
        archive.register(withPhones("555 Bar", "5550001", "5550002"));

        assertThat(names("555")).containsExactly("555 Bar");
    }

    @Test
    public void showsKindsApart() {
        register("A", "B");
        archive.register(Fixture.everything("x"::repeat));

        CustomerQuery persons = new CustomerQuery(
                Optional.empty(), Optional.of(CustomerKind.PERSON), false, Sort.NAME, false, Optional.empty(), 50);
        assertThat(archive.list(persons)).singleElement().satisfies(e -> {
            assertThat(e.phone()).contains("+86 21-5555 0101");
            assertThat(e.email()).contains("info@example.cn");
            assertThat(e.city()).contains("x".repeat(100));
        });
        assertThat(archive.count(persons)).isEqualTo(1);
    }

    @Test
    public void pagesMeetWithoutGapOrOverlapInEverySortAndDirection() {
        for (int i = 0; i < 40; i++) {
            register("N" + i % 3);
        }
        for (Sort sort : Sort.values()) {
            for (boolean descending : new boolean[] {false, true}) {
                List<CustomerEntry> all = archive.list(Fixture.query("", sort, descending));

                assertThat(all).hasSize(40);
                assertThat(paged(Fixture.query("", sort, descending), 7, page -> {}))
                        .as(sort + (descending ? " down" : " up"))
                        .containsExactlyElementsOf(all);
            }
        }
    }

    @Test
    public void pagesOfASearchMeetToo() {
        for (int i = 0; i < 30; i++) {
            archive.register(withPhones("N" + i % 4, "555 000" + i, "555 111" + i));
        }
        CustomerQuery query = Fixture.query("555", Sort.NAME, false);

        assertThat(paged(query, 4, page -> {}))
                .containsExactlyElementsOf(archive.list(query))
                .hasSize(30);
    }

    @Test
    public void newcomersBetweenPagesNeitherHideNorRepeatOthers() {
        for (int i = 0; i < 20; i++) {
            register("N" + (char) ('a' + i));
        }
        List<CustomerEntry> before = archive.list(Fixture.byName(""));

        List<CustomerEntry> seen = paged(Fixture.byName(""), 5, page -> register("A", "Nc", "Z"));

        assertThat(seen).containsAll(before).doesNotHaveDuplicates();
    }

    private void register(String... names) {
        for (String name : names) {
            archive.register(company(name));
        }
    }

    private List<String> names(String text) {
        return archive.list(Fixture.byName(text)).stream()
                .map(CustomerEntry::name)
                .toList();
    }

    private List<CustomerEntry> paged(CustomerQuery query, int size, Consumer<List<CustomerEntry>> between) {
        List<CustomerEntry> all = new ArrayList<>();
        Optional<CustomerQuery.Position> after = Optional.empty();
        while (true) {
            List<CustomerEntry> page = archive.list(new CustomerQuery(
                    query.text(), query.kind(), query.archived(), query.sort(), query.descending(), after, size));
            all.addAll(page);
            if (page.size() < size || all.size() > 100) {
                return all;
            }
            after = Optional.of(position(query.sort(), page.get(size - 1)));
            between.accept(page);
        }
    }

    private static CustomerQuery.Position position(Sort sort, CustomerEntry last) {
        String value =
                switch (sort) {
                    case NAME -> last.name();
                    case CREATED_AT -> Long.toString(last.createdAt().toEpochMilli());
                    case UPDATED_AT -> Long.toString(last.updatedAt().toEpochMilli());
                };
        return new CustomerQuery.Position(value, last.id().value());
    }
}
