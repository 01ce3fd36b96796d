package io.guanxi.crm.customer.service.imports;

import static org.assertj.core.api.Assertions.assertThat;

import io.guanxi.crm.customer.Customer;
import io.guanxi.crm.customer.service.CustomerTerms;
import io.guanxi.crm.customer.service.JpaCustomerArchive;
import io.guanxi.crm.platform.imports.ChunkOutcome;
import io.guanxi.crm.platform.persistence.Jdbc;
import io.guanxi.crm.platform.testing.FileRows;
import io.guanxi.crm.platform.testing.OpenAccess;
import io.guanxi.crm.platform.testing.RecordedOutbox;
import io.guanxi.crm.platform.testing.SignedIn;
import io.guanxi.crm.platform.testing.TestDatabase;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.RuleChain;

/** More customers than one statement takes. */
public class ManyCustomersTest {

    private static final int MANY = 333;
    private static final String HEADER = "externalId|name|phones|emails|city|industry";

    private final TestDatabase database = new TestDatabase("customer");
    private final RecordedOutbox outbox = new RecordedOutbox();

    @Rule
    public final RuleChain rules = RuleChain.outerRule(SignedIn.administrator()).around(database);

    private CustomersTarget target;
    private JpaCustomerArchive archive;

    @Before
    public void open() {
        OpenAccess access = new OpenAccess();
        target = new CustomersTarget(database.dataSource(), outbox, access);
        archive = new JpaCustomerArchive(
                database.template("crm-customer"), database.dataSource(), database.transactions(), outbox, access);
    }

    @Test
    public void eachRowGetsItsOwnValues() {
        assertThat(imported(MANY, i -> row(i, "星辰科技" + i)).created()).isEqualTo(MANY);

        for (int i = 0; i < MANY; i++) {
            Customer customer = customer("E" + i);
            assertThat(customer.data().name()).isEqualTo("星辰科技" + i);
            assertThat(customer.data().phones()).containsExactly("021-" + (55550000 + i), "13900000" + (100 + i));
            assertThat(customer.data().emails()).containsExactly("info" + i + "@example.cn");
            assertThat(customer.data().addresses().get(0).city()).contains("城" + i);
            assertThat(customer.data().industry()).isEqualTo(i % 2 == 0 ? Optional.of("电子") : Optional.empty());
        }
        assertThat(termsStored()).isEqualTo(termsOfAll());
    }

    @Test
    public void whatWasRenamedIsFoundByItsNewNameAlone() {
        imported(MANY, i -> row(i, "星辰科技" + i));
        ChunkOutcome outcome = imported(MANY + 50, i -> row(i, i % 3 == 0 ? "明月贸易" + i : "星辰科技" + i));

        assertThat(outcome).isEqualTo(new ChunkOutcome(50, MANY / 3, MANY - MANY / 3, List.of()));
        assertThat(termsStored()).isEqualTo(termsOfAll());
    }

    private ChunkOutcome imported(int count, IntFunction<String> row) {
        String[] rows = IntStream.range(0, count).mapToObj(row).toArray(String[]::new);
        return FileRows.of(HEADER, rows).into(target, database.transactions());
    }

    private static String row(int i, String name) {
        return "E%d|%s|021-%d;13900000%d|info%d@example.cn|城%d|%s"
                .formatted(i, name, 55550000 + i, 100 + i, i, i, i % 2 == 0 ? "电子" : "");
    }

    private Customer customer(String externalId) {
        return archive.byExternalIds(List.of(externalId)).values().stream()
                .findFirst()
                .flatMap(archive::find)
                .orElseThrow();
    }

    private Map<Long, Set<String>> termsOfAll() {
        Map<Long, Set<String>> terms = new TreeMap<>();
        database.jdbc()
                .list("SELECT EXTERNAL_ID FROM CRM_CUSTOMER_CUSTOMER", Jdbc.NONE, row -> row.getString(1))
                .forEach(externalId -> {
                    Customer customer = customer(externalId);
                    terms.put(customer.id().value(), new TreeSet<>(CustomerTerms.of(customer.data())));
                });
        return terms;
    }

    private Map<Long, Set<String>> termsStored() {
        Map<Long, Set<String>> terms = new TreeMap<>();
        database.jdbc()
                .list(
                        "SELECT RECORD_ID, TERM FROM CRM_CUSTOMER_CUSTOMER_TERM",
                        Jdbc.NONE,
                        row -> Map.entry(row.getLong(1), row.getString(2)))
                .forEach(entry -> assertThat(terms.computeIfAbsent(entry.getKey(), key -> new TreeSet<>())
                                .add(entry.getValue()))
                        .as("%s once", entry)
                        .isTrue());
        return terms;
    }
}
