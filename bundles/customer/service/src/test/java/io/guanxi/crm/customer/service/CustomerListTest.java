package io.guanxi.crm.customer.service;

import static io.guanxi.crm.customer.service.Fixture.company;
import static io.guanxi.crm.customer.service.Fixture.withPhones;
import static org.assertj.core.api.Assertions.assertThat;

import io.guanxi.crm.customer.Customer;
import io.guanxi.crm.customer.CustomerData;
import io.guanxi.crm.customer.CustomerEntry;
import io.guanxi.crm.customer.CustomerFields;
import io.guanxi.crm.customer.CustomerKind;
import io.guanxi.crm.customer.CustomerQuery;
import io.guanxi.crm.platform.fields.Field;
import io.guanxi.crm.platform.persistence.Jdbc;
import io.guanxi.crm.platform.query.Filter;
import io.guanxi.crm.platform.query.ListQuery;
import io.guanxi.crm.platform.query.Slice;
import io.guanxi.crm.platform.query.SortOrder;
import io.guanxi.crm.platform.testing.SignedIn;
import io.guanxi.crm.platform.testing.TestDatabase;
import java.time.Clock;
import java.time.ZoneOffset;
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
    public void findsByAnyPartOfTheName() {
        register("上海星辰科技", "上海", "星辰", "Shanghai 100%", "shanghai_x");

        assertThat(names("上海")).containsExactly("上海", "上海星辰科技");
        assertThat(names("星辰")).containsExactly("上海星辰科技", "星辰");
        assertThat(names("海")).containsExactly("上海", "上海星辰科技");
        assertThat(names("HAI 1")).containsExactly("Shanghai 100%");
        assertThat(names("%")).containsExactly("Shanghai 100%");
        assertThat(names("_")).containsExactly("shanghai_x");
        assertThat(names("海上")).isEmpty();
        assertThat(names("  ")).hasSize(5);
    }

    @Test
    public void findsByPinyinAndItsInitials() {
        register("上海星辰科技有限公司");
        archive.register(CustomerData.of(CustomerKind.PERSON, "张伟"));
        archive.register(CustomerData.of(CustomerKind.PERSON, "单雄信"));

        assertThat(names("zhangwei")).containsExactly("张伟");
        assertThat(names("Zhang Wei")).containsExactly("张伟");
        assertThat(names("zw")).containsExactly("张伟");
        assertThat(names("sxx")).containsExactly("单雄信");
        assertThat(names("xingchen")).containsExactly("上海星辰科技有限公司");
        assertThat(names("shxc")).containsExactly("上海星辰科技有限公司");
    }

    @Test
    public void findsByKeysAndEMailAddress() {
        archive.register(Fixture.withKeys("A", "K-77", "ERP-9"));
        archive.register(Fixture.everything("x"::repeat));

        assertThat(names("k-7")).containsExactly("A");
        assertThat(names("erp")).containsExactly("A");
        assertThat(names("INFO@")).containsExactly("x".repeat(200));
    }

    @Test
    public void findsByFirstAndLastDigitsOfAPhoneNumber() {
        archive.register(withPhones("A", "110", "+86 21-5555 0101"));
        archive.register(withPhones("B", "13900000000"));
        archive.register(company("139 Club"));

        assertThat(names("021 5555")).containsExactly("A");
        assertThat(names("0086 21")).containsExactly("A");
        assertThat(names("0101")).containsExactly("A");
        assertThat(names("5555")).isEmpty();
        assertThat(names("139")).containsExactly("139 Club", "B");
        assertThat(names("+86 139-0000")).containsExactly("B");
        assertThat(archive.count(Fixture.byName("139"))).isEqualTo(2);
    }

    @Test
    public void findsByWhatACustomerIsCalledNow() {
        Customer renamed = archive.register(company("星辰"));
        archive.change(renamed.id(), renamed.version(), data -> Fixture.renamed(data, "月亮"));

        assertThat(names("xing")).isEmpty();
        assertThat(names("星辰")).isEmpty();
        assertThat(names("yueliang")).containsExactly("月亮");
        archive.archive(renamed.id());
        assertThat(names("yueliang")).isEmpty();
    }

    @Test
    public void findsAllWhereVeryManyAreFound() {
        for (int i = 0; i < 20; i++) {
            register("N" + i, "M" + i);
        }
        // rows of nobody, so many that they no longer count as few
        database.jdbc()
                .update(
                        "INSERT INTO CRM_CUSTOMER_CUSTOMER_TERM (TERM, RECORD_ID) SELECT 'n', 0 FROM SYS.SYSCOLUMNS A,"
                                + " SYS.SYSTABLES B FETCH FIRST 5000 ROWS ONLY",
                        Jdbc.NONE);

        assertThat(names("n")).hasSize(20).allMatch(name -> name.startsWith("N"));
        assertThat(archive.count(Fixture.byName("n"))).isEqualTo(20);
    }

    @Test
    public void filtersByWhatIsKnownOfACustomer() {
        register("上海星辰", "北京");
        archive.register(Fixture.everything("x"::repeat));

        assertThat(filtered("stage==intent;birthday.date==1988-02-03;sex==female"))
                .containsExactly("x".repeat(200));
        assertThat(filtered("name==\"  上海星辰 \",name=like=北*")).containsExactly("上海星辰", "北京");
        assertThat(filtered("emails=like=example.cn")).containsExactly("x".repeat(200));
        assertThat(filtered("addresses.city!=x;createdAt=within=P1D;kind=in=(company)"))
                .hasSize(2);
        assertThat(filtered("industry=isnull=true;preferences=isnull=true")).hasSize(2);
        assertThat(filtered("code==\"" + "x".repeat(40) + "\"")).hasSize(1);
        assertThat(filtered("id=in=(1,2,99)")).hasSize(2);
        assertThat(archive.count(Fixture.filtered("stage!=intent"))).isEqualTo(2);
    }

    @Test
    public void everyFieldThatMayBeNamedHasAColumn() {
        for (Field field : CustomerFields.ALL) {
            if (field.use().filterable()) {
                assertThat(filtered(field.code() + "=isnull=true")).isEmpty();
            }
            if (field.use().sortable()) {
                assertThat(archive.list(Fixture.query("", field.code())).rows()).isEmpty();
            }
        }
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

        CustomerQuery persons = new CustomerQuery(Fixture.byName("").list(), Optional.of(CustomerKind.PERSON), false);
        assertThat(archive.list(persons).rows()).singleElement().satisfies(e -> {
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
        for (String sort : List.of("name", "code", "createdAt", "updatedAt", "-createdAt,name")) {
            for (String order : List.of(sort, "-" + sort.replace("-", ""))) {
                List<CustomerEntry> all = archive.list(Fixture.query("", order)).rows();

                assertThat(all).hasSize(40);
                assertThat(paged(Fixture.query("", order), 7, page -> {}))
                        .as(order)
                        .containsExactlyElementsOf(all);
            }
        }
    }

    @Test
    public void pagesOfASearchMeetToo() {
        for (int i = 0; i < 30; i++) {
            archive.register(withPhones("N" + i % 4, "555 000" + i, "555 111" + i));
        }
        CustomerQuery query = Fixture.byName("555");

        assertThat(paged(query, 4, page -> {}))
                .containsExactlyElementsOf(archive.list(query).rows())
                .hasSize(30);
    }

    @Test
    public void everythingByIdIsInTheOrderOfRegistration() {
        List<String> registered = List.of("N3", "N1", "N4", "N1", "N5", "N9", "N2");
        registered.forEach(this::register);
        ListQuery byId = ListQuery.all(SortOrder.BY_ID, 2);
        CustomerQuery all = Fixture.byName("");

        assertThat(paged(all.with(byId), 2, page -> {}))
                .extracting(CustomerEntry::name)
                .isEqualTo(registered);
        assertThat(paged(all.with(byId.search("N1")), 1, page -> {})).hasSize(2);
        assertThat(paged(
                        all.with(byId.where(
                                Filter.parse("name=in=(N9,N3)", archive.fields(), Clock.systemUTC(), ZoneOffset.UTC))),
                        1,
                        page -> {}))
                .extracting(CustomerEntry::name)
                .containsExactly("N3", "N9");
    }

    @Test
    public void newcomersBetweenPagesNeitherHideNorRepeatOthers() {
        for (int i = 0; i < 20; i++) {
            register("N" + (char) ('a' + i));
        }
        List<CustomerEntry> before = archive.list(Fixture.byName("")).rows();

        List<CustomerEntry> seen = paged(Fixture.byName(""), 5, page -> register("A", "Nc", "Z"));

        assertThat(seen).containsAll(before).doesNotHaveDuplicates();
    }

    private void register(String... names) {
        for (String name : names) {
            archive.register(company(name));
        }
    }

    private List<String> names(String text) {
        return names(Fixture.byName(text));
    }

    private List<String> filtered(String filter) {
        return names(Fixture.filtered(filter));
    }

    private List<String> names(CustomerQuery query) {
        return archive.list(query).rows().stream().map(CustomerEntry::name).toList();
    }

    private List<CustomerEntry> paged(CustomerQuery query, int size, Consumer<List<CustomerEntry>> between) {
        List<CustomerEntry> all = new ArrayList<>();
        ListQuery list = query.list();
        ListQuery next = new ListQuery(list.text(), list.filter(), list.sort(), Optional.empty(), size);
        while (true) {
            Slice<CustomerEntry> page = archive.list(query.with(next));
            all.addAll(page.rows());
            if (page.next().isEmpty() || all.size() > 100) {
                return all;
            }
            next = list.after(page.next().get(), size);
            between.accept(page.rows());
        }
    }
}
