package io.guanxi.crm.customer.web;

import static io.guanxi.crm.platform.testing.LocalServer.fields;
import static io.guanxi.crm.platform.testing.LocalServer.tree;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.guanxi.crm.customer.service.CustomerValues;
import io.guanxi.crm.customer.service.JpaCustomerArchive;
import io.guanxi.crm.customer.service.JpaCustomerShares;
import io.guanxi.crm.customer.service.JpaPersons;
import io.guanxi.crm.customer.service.PersonValues;
import io.guanxi.crm.customer.service.exports.CustomersExport;
import io.guanxi.crm.platform.exports.ExportSources;
import io.guanxi.crm.platform.fields.FieldCatalog;
import io.guanxi.crm.platform.fields.FieldDefinition;
import io.guanxi.crm.platform.fields.FieldType;
import io.guanxi.crm.platform.fields.service.JdbcFieldCatalog;
import io.guanxi.crm.platform.history.service.JdbcChangeLog;
import io.guanxi.crm.platform.http.CrmApplication;
import io.guanxi.crm.platform.imports.service.QueuedBulkChanges;
import io.guanxi.crm.platform.modules.Neighbour;
import io.guanxi.crm.platform.testing.LocalServer;
import io.guanxi.crm.platform.testing.OpenAccess;
import io.guanxi.crm.platform.testing.Postgresql;
import io.guanxi.crm.platform.testing.RecordedOutbox;
import io.guanxi.crm.platform.testing.SignedIn;
import io.guanxi.crm.platform.testing.Staff;
import io.guanxi.crm.platform.testing.TestDatabase;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.junit.After;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.RuleChain;
import org.junit.runner.RunWith;
import org.junit.runners.Parameterized;
import org.junit.runners.Parameterized.Parameters;

@RunWith(Parameterized.class)
public class SortTest {

    private static final String[] SCHEMAS = {"customer", "fields", "history", "imports"};

    private final TestDatabase database;
    private final LocalServer server = new LocalServer(this::application);

    @SuppressWarnings("NullAway.Init")
    private JdbcFieldCatalog catalog;

    @Rule
    public final RuleChain rules;

    public SortTest(String name, Supplier<TestDatabase> databases) {
        database = databases.get();
        rules = RuleChain.outerRule(database).around(SignedIn.administrator()).around(server);
    }

    @Parameters(name = "{0}")
    public static List<Object[]> databases() {
        Supplier<TestDatabase> derby = () -> new TestDatabase(SCHEMAS);
        Supplier<TestDatabase> postgresql = () -> new TestDatabase(Postgresql.fresh(), SCHEMAS);
        return List.of(new Object[] {"Derby", derby}, new Object[] {"PostgreSQL", postgresql});
    }

    @After
    public void close() {
        catalog.close();
    }

    @Test
    public void listsAndFilesGoByAnIndexedField() {
        define("score", FieldType.NUMBER, true);
        define("grade", FieldType.TEXT, true);
        register("星辰", "7", "B");
        register("月亮", "12", "B");
        register("太阳", "", "A");
        register("银河", "-3", "");

        assertThat(names("sort=custom.score")).containsExactly("银河", "星辰", "月亮", "太阳");
        assertThat(names("sort=-custom.score")).containsExactly("月亮", "星辰", "银河", "太阳");
        assertThat(names("sort=custom.grade,-custom.score")).containsExactly("太阳", "月亮", "星辰", "银河");
        assertThat(names("sort=custom.grade,name&kind=company")).containsExactly("太阳", "星辰", "月亮", "银河");
        assertThat(names("sort=custom.score&filter=custom.grade==B")).containsExactly("星辰", "月亮");
        String csv = server.get("/customers?sort=-custom.score&header=code", "text/csv")
                .readEntity(String.class);
        assertThat(csv.lines().skip(1).map(line -> line.substring(0, 2))).containsExactly("月亮", "星辰", "银河", "太阳");
    }

    @Test
    public void whatIsSearchedForGoesByItToo() {
        define("score", FieldType.NUMBER, true);
        define("grade", FieldType.TEXT, true);
        register("星辰一", "7", "B");
        register("星辰二", "12", "A");
        register("星辰三", "9", "B");
        register("月亮", "1", "A");

        assertThat(names("q=星辰&sort=-custom.score")).containsExactly("星辰二", "星辰三", "星辰一");
        assertThat(names("q=星辰&sort=-custom.grade,custom.score")).containsExactly("星辰一", "星辰三", "星辰二");
    }

    @Test
    public void aSearchBeginsWithTheBestMatchesUnlessAnotherOrderIsAsked() {
        register("星辰之家", "", "");
        register("小星辰", "", "");

        assertThat(names("q=星辰")).containsExactly("小星辰", "星辰之家");
        assertThat(names("q=星辰&sort=match,name")).containsExactly("小星辰", "星辰之家");
        assertThat(names("q=星辰&sort=-match")).containsExactly("星辰之家", "小星辰");
        assertThat(names("q=星辰&sort=-name")).containsExactly("星辰之家", "小星辰");
        assertThat(fields(server.get("/customers?sort=match"), 400)).containsExactly("sort");
        assertThat(fields(server.get("/customers?q=星辰&filter=match==x"), 400)).containsExactly("filter");
    }

    @Test
    public void aFileComesInTheOrderOfRegistrationUnlessAnotherIsAskedFor() {
        for (String name : List.of("星辰", "月亮", "太阳", "小星", "银河")) {
            register(name, "", "");
        }

        assertThat(filed("")).containsExactly("星辰", "月亮", "太阳", "小星", "银河");
        assertThat(filed("&sort=-createdAt")).containsExactly("银河", "小星", "太阳", "月亮", "星辰");
        assertThat(filed("&q=星")).containsExactly("星辰", "小星");
        assertThat(filed("&q=星&sort=match")).containsExactly("小星", "星辰");
        assertThat(filed("&kind=company&filter=name=in=(银河,月亮)")).containsExactly("月亮", "银河");
        assertThat(filed("&archived=true")).isEmpty();
    }

    private List<String> filed(String query) {
        String csv = server.get("/customers?header=code" + query, "text/csv").readEntity(String.class);
        return csv.lines().skip(1).map(line -> line.substring(0, 2)).toList();
    }

    @Test
    public void refusesAFieldWithoutIndex() {
        define("score", FieldType.NUMBER, false);

        assertThat(fields(server.get("/customers?sort=custom.score"), 400)).containsExactly("sort");
        assertThat(fields(server.get("/customers?sort=custom.nothing"), 400)).containsExactly("sort");
    }

    /** All names, a page of two at a time. */
    private List<String> names(String query) {
        List<String> names = new ArrayList<>();
        String after = "";
        do {
            JsonNode page = tree(server.get("/customers?limit=2&" + query + after), 200);
            page.get("items").forEach(item -> names.add(item.get("name").asText()));
            after = page.has("next") ? "&after=" + page.get("next").asText() : "";
        } while (!after.isEmpty());
        return names;
    }

    private void define(String code, FieldType type, boolean indexed) {
        catalog.define(FieldDefinition.of("customer", code, type, code, code).indexed(indexed));
    }

    private void register(String name, String score, String grade) {
        String custom = (score.isEmpty() ? "" : "\"score\":" + score)
                + (score.isEmpty() || grade.isEmpty() ? "" : ",")
                + (grade.isEmpty() ? "" : "\"grade\":\"" + grade + "\"");
        String body = "{\"kind\":\"company\",\"name\":\"" + name + "\",\"custom\":{" + custom + "}}";
        tree(server.post("/customers", body), 201);
    }

    private CrmApplication application() {
        var jpa = database.template("crm-customer");
        var outbox = new RecordedOutbox();
        var access = new OpenAccess();
        catalog = new JdbcFieldCatalog(database.dataSource(), database.transactions(), outbox, access);
        catalog.addStore(new CustomerValues(database.dataSource()));
        catalog.addStore(new PersonValues(database.dataSource()));
        JdbcChangeLog log = new JdbcChangeLog(database.dataSource(), access);
        Neighbour<FieldCatalog> known = Neighbour.fixed(catalog);
        return new CustomerApplication(
                Neighbour.fixed(new JpaCustomerArchive(
                        jpa,
                        database.dataSource(),
                        database.transactions(),
                        outbox,
                        access,
                        known,
                        log,
                        Clock.systemUTC())),
                Neighbour.fixed(new JpaCustomerShares(
                        jpa,
                        database.dataSource(),
                        database.transactions(),
                        outbox,
                        log,
                        access,
                        new Staff(),
                        Clock.systemUTC())),
                Neighbour.fixed(new JpaPersons(
                        jpa,
                        database.dataSource(),
                        database.transactions(),
                        outbox,
                        access,
                        known,
                        log,
                        Clock.systemUTC())),
                Neighbour.fixed(log),
                ExportSources.fixed(new CustomersExport(database.dataSource(), access, known)),
                Neighbour.fixed(
                        new QueuedBulkChanges(List.of(), database.dataSource(), database.transactions(), access)));
    }
}
