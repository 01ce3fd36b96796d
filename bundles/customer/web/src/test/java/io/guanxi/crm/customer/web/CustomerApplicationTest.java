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
import io.guanxi.crm.customer.service.exports.PersonsExport;
import io.guanxi.crm.platform.exports.ExportSources;
import io.guanxi.crm.platform.fields.FieldDefinition;
import io.guanxi.crm.platform.fields.FieldType;
import io.guanxi.crm.platform.fields.service.JdbcFieldCatalog;
import io.guanxi.crm.platform.history.service.JdbcChangeLog;
import io.guanxi.crm.platform.http.CrmApplication;
import io.guanxi.crm.platform.imports.service.QueuedBulkChanges;
import io.guanxi.crm.platform.modules.Neighbour;
import io.guanxi.crm.platform.testing.LocalServer;
import io.guanxi.crm.platform.testing.OpenAccess;
import io.guanxi.crm.platform.testing.RecordedOutbox;
import io.guanxi.crm.platform.testing.SignedIn;
import io.guanxi.crm.platform.testing.Staff;
import io.guanxi.crm.platform.testing.TestDatabase;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import javax.ws.rs.core.Response;
import org.junit.After;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.RuleChain;

public class CustomerApplicationTest {

    private static final String EVERYTHING =
            """
            {"kind":"person","code":"K-1","externalId":"ERP-77","name":"张伟","shortName":"小张","stage":"intent",
             "industry":"I","source":"exhibition","size":"1","registrationNumber":"310","phones":["139 0000 0000"],
             "emails":["zw@example.cn"],"webSite":"https://example.cn",
             "addresses":[{"type":"office","country":"CN","region":"上海","city":"上海","district":"浦东新区",
             "street":"世纪大道 1 号","postalCode":"200120"}],"bankAccounts":[{"bank":"ICBC","number":"6222 0000"}],
             "sex":"male","birthday":{"date":"1988-02-03","calendar":"lunar"},"position":"采购经理",
             "education":"master","occupation":"buyer","preferences":"茶\\n咖啡"}""";

    private final TestDatabase database = new TestDatabase("customer", "fields", "history", "imports");

    @SuppressWarnings("NullAway.Init")
    private JdbcFieldCatalog catalog;

    private final LocalServer server = new LocalServer(this::application);

    @Rule
    public final RuleChain rules =
            RuleChain.outerRule(database).around(SignedIn.administrator()).around(server);

    @After
    public void close() {
        catalog.close();
    }

    @Test
    public void whatWasSentIsWhatIsShown() {
        Response created = server.post("/customers", EVERYTHING);
        JsonNode customer = tree(created, 201);

        assertThat(created.getHeaderString("Location"))
                .endsWith("/customers/" + customer.get("id").asText());
        assertThat(created.getHeaderString("ETag")).isEqualTo("\"1\"");
        JsonNode sent = tree(Response.ok(EVERYTHING).build(), 200);
        sent.properties().forEach(field -> assertThat(customer.get(field.getKey()))
                .as(field.getKey())
                .isEqualTo(field.getValue()));
        assertThat(customer.get("version").asInt()).isEqualTo(1);
        assertThat(customer.get("createdBy").asText()).isEqualTo("admin");
        assertThat(customer.has("archivedAt")).isFalse();
        assertThat(tree(server.get("/customers/" + customer.get("id").asText()), 200))
                .isEqualTo(customer);
    }

    @Test
    public void givesTheListAsAFile() {
        String id = tree(server.post("/customers", EVERYTHING), 201).get("id").asText();
        server.post("/customers", company("星辰"));
        server.post("/customers/" + id + "/persons", "{\"name\":\"李四\",\"phones\":[\"+86-21-5555\"]}");

        Response csv = server.get("/customers?sort=-name&header=code", "text/csv");
        assertThat(csv.getStatus()).isEqualTo(200);
        assertThat(csv.getHeaderString("Content-Disposition")).contains("customers-");
        List<String> rows = List.of(csv.readEntity(String.class).split("\r\n", -1));
        assertThat(rows).hasSize(4); // a header, two customers, and nothing behind the last line's end
        assertThat(rows.get(0)).contains("name,kind,externalId");
        assertThat(server.get("/customers/" + id + "/persons?header=code", "text/csv")
                        .readEntity(String.class))
                .contains("李四,,'+86-21-5555");
        assertThat(server.get("/customers?kind=x", "text/csv").getStatus()).isEqualTo(400);
    }

    @Test
    public void absentIsAbsent() {
        JsonNode customer = tree(server.post("/customers", company("星辰")), 201);

        for (String field : new String[] {"externalId", "sex", "birthday", "archivedAt", "webSite"}) {
            assertThat(customer.has(field)).as(field).isFalse();
        }
        assertThat(customer.get("code").asText()).isEqualTo("C-1");
        assertThat(customer.get("stage").asText()).isEqualTo("unknown");
    }

    @Test
    public void namesEveryFieldThatIsWrong() {
        assertThat(fields(
                        server.post(
                                "/customers",
                                "{\"kind\":\"company\",\"phones\":[\"x\"],\"emails\":[\"y\"],\"sex\":\"male\","
                                        + "\"addresses\":[{\"country\":\"XX\"}]}"),
                        422))
                .containsExactly("name", "phones[0]", "emails[0]", "addresses[0].country", "addresses[0].type", "sex");
        assertThat(fields(server.post("/customers", "{\"name\":\"A\"}"), 422)).containsExactly("kind");
        assertThat(fields(server.post("/customers", "{\"kind\":\"firm\",\"name\":\"A\"}"), 400))
                .containsExactly("kind");
        assertThat(fields(server.post("/customers", "{\"kind\":\"company\",\"id\":\"1\"}"), 400))
                .containsExactly("id");
        assertThat(fields(
                        server.post(
                                "/customers",
                                "{\"kind\":\"person\",\"name\":\"A\",\"birthday\":{\"date\":\"2026-02-30\"}}"),
                        400))
                .containsExactly("birthday.date");
    }

    @Test
    public void aKeyIsTakenOnce() {
        server.post("/customers", EVERYTHING);

        assertThat(fields(server.post("/customers", EVERYTHING), 409)).containsExactly("code");
    }

    @Test
    public void patchesWhatIsNamedAndLeavesTheRest() {
        JsonNode before = tree(server.post("/customers", EVERYTHING), 201);
        String path = "/customers/" + before.get("id").asText();

        Response answer = server.patch(
                path,
                "\"1\"",
                "{\"name\":\"张伟伟\",\"externalId\":null,\"birthday\":{\"calendar\":\"solar\"},\"version\":1}");
        JsonNode after = tree(answer, 200);

        assertThat(answer.getHeaderString("ETag")).isEqualTo("\"2\"");
        assertThat(after.get("name").asText()).isEqualTo("张伟伟");
        assertThat(after.has("externalId")).isFalse();
        assertThat(after.at("/birthday/date").asText()).isEqualTo("1988-02-03");
        assertThat(after.at("/birthday/calendar").asText()).isEqualTo("solar");
        assertThat(after.get("addresses")).isEqualTo(before.get("addresses"));
        assertThat(after.get("code")).isEqualTo(before.get("code"));
    }

    @Test
    public void patchesNothingBlindly() {
        String path = "/customers/"
                + tree(server.post("/customers", company("A")), 201).get("id").asText();

        tree(server.patch(path, "", "{\"name\":\"B\"}"), 428);
        tree(server.patch(path, "\"7\"", "{\"name\":\"B\"}"), 412);
        assertThat(fields(server.patch(path, "\"1\"", "{\"nickname\":\"B\"}"), 400))
                .containsExactly("nickname");
        assertThat(fields(server.patch(path, "\"1\"", "{\"version\":2}"), 400)).containsExactly("version");
        assertThat(fields(server.patch(path, "\"1\"", "{\"name\":null}"), 422)).containsExactly("name");
        assertThat(tree(server.get(path), 200).get("version").asInt()).isEqualTo(1);
    }

    @Test
    public void archivesAndBringsBack() {
        String path = "/customers/"
                + tree(server.post("/customers", company("A")), 201).get("id").asText();

        assertThat(server.delete(path).getStatus()).isEqualTo(204);
        assertThat(tree(server.get("/customers"), 200).get("items")).isEmpty();
        assertThat(tree(server.get("/customers?archived=true"), 200).get("items"))
                .hasSize(1);
        assertThat(tree(server.get(path), 200).has("archivedAt")).isTrue();
        assertThat(tree(server.post(path + "/restore", ""), 200).has("archivedAt"))
                .isFalse();
        assertThat(tree(server.get("/customers"), 200).get("items")).hasSize(1);
    }

    @Test
    public void knowsNoStranger() {
        for (String path : new String[] {"/customers/4711", "/customers/x", "/customers/4711/persons"}) {
            tree(server.get(path), 404);
        }
        tree(server.delete("/customers/4711"), 404);
        tree(server.patch("/customers/4711", "\"1\"", "{}"), 404);
        tree(server.post("/customers/4711/persons", "{\"name\":\"A\"}"), 404);
    }

    @Test
    public void pagesInEveryOrder() {
        for (int i = 0; i < 7; i++) {
            server.post("/customers", company("N" + i % 2 + "🍜"));
        }
        for (String sort : new String[] {"name", "-name", "createdAt", "-createdAt", "-updatedAt"}) {
            String list = "/customers?limit=3&count=true&sort=" + sort;
            List<String> ids = new ArrayList<>();
            String after = "";
            do {
                JsonNode page = tree(server.get(list + after), 200);
                assertThat(page.get("total").asInt()).isEqualTo(7);
                page.get("items").forEach(item -> ids.add(item.get("id").asText()));
                after = page.has("next") ? "&after=" + page.get("next").asText() : "";
            } while (!after.isEmpty());
            assertThat(ids).as(sort).hasSize(7).doesNotHaveDuplicates();
        }
        assertThat(fields(server.get("/customers?sort=phone"), 400)).containsExactly("sort");
        assertThat(fields(server.get("/customers?after=x"), 400)).containsExactly("after");
    }

    @Test
    public void searchesByNameAndPhone() {
        server.post("/customers", EVERYTHING);
        server.post("/customers", company("上海星辰"));

        assertThat(tree(server.get("/customers?q=%E4%B8%8A%E6%B5%B7"), 200).get("items"))
                .hasSize(1);
        JsonNode item = tree(server.get("/customers?q=139"), 200).at("/items/0");
        assertThat(item.at("/phones/0").asText()).isEqualTo("139 0000 0000");
        assertThat(item.at("/addresses/0/city").asText()).isEqualTo("上海");
        assertThat(tree(server.get("/customers?kind=company"), 200).get("items"))
                .hasSize(1);
    }

    @Test
    public void filtersAndTellsWhereTheFilterIsWrong() {
        server.post("/customers", EVERYTHING);
        server.post("/customers", company("上海星辰"));

        assertThat(tree(server.get("/customers?filter=stage%3D%3Dintent"), 200)
                        .at("/items/0/name")
                        .asText())
                .isEqualTo("张伟");
        JsonNode today = tree(
                server.get("/customers?count=true&tz=Asia/Shanghai&filter=createdAt%3D%3Dtoday%3Bkind%3D%3Dcompany"),
                200);
        assertThat(today.get("total").asInt()).isEqualTo(1);
        Response wrong = server.get("/customers?filter=stage%3D%3Dintent%3Btown%3D%3Dx");
        JsonNode problem = tree(wrong, 400);
        assertThat(problem.at("/errors/0/field").asText()).isEqualTo("filter");
        assertThat(problem.at("/errors/0/code").asText()).isEqualTo("invalid-filter");
        assertThat(problem.at("/errors/0/message").asText()).startsWith("Column 15: ");
        assertThat(fields(server.get("/customers?tz=Mars"), 400)).containsExactly("tz");
        assertThat(fields(server.get("/customers?sort=stage"), 400)).containsExactly("sort");
    }

    @Test
    public void showsOnlyTheFieldsAskedFor() {
        server.post("/customers", EVERYTHING);

        JsonNode item =
                tree(server.get("/customers?fields=name,addresses.city"), 200).at("/items/0");
        assertThat(item.properties())
                .extracting(java.util.Map.Entry::getKey)
                .containsExactlyInAnyOrder("id", "name", "addresses");
        assertThat(item.at("/addresses/0").size()).isEqualTo(1);
        assertThat(fields(server.get("/customers?fields=name,nickname"), 400)).containsExactly("fields");
    }

    @Test
    public void findsPeopleByPinyinAndFilters() {
        String path = "/customers/"
                + tree(server.post("/customers", company("A")), 201).get("id").asText() + "/persons";
        server.post(path, "{\"name\":\"王芳\",\"role\":\"buyer\",\"sex\":\"female\"}");
        server.post(path, "{\"name\":\"李强\"}");

        for (String asked :
                new String[] {"?q=wf", "?filter=role%3D%3Dbuyer", "?filter=sex!%3Dunknown", "?fields=role"}) {
            JsonNode page = tree(server.get(path + asked), 200);
            assertThat(page.get("items").size()).as(asked).isEqualTo(asked.startsWith("?fields") ? 2 : 1);
        }
        JsonNode first = tree(server.get(path + "?limit=1&count=true"), 200);
        assertThat(first.get("total").asInt()).isEqualTo(2);
        assertThat(tree(server.get(path + "?limit=1&after=" + first.get("next").asText()), 200)
                        .at("/items/0/name"))
                .isNotEqualTo(first.at("/items/0/name"));
    }

    @Test
    public void findsPeopleWhereverTheyAre() {
        String customer =
                tree(server.post("/customers", company("A")), 201).get("id").asText();
        String path = "/customers/" + customer + "/persons";
        String id = tree(server.post(path, "{\"name\":\"王芳\"}"), 201).get("id").asText();
        server.post(path, "{\"name\":\"李强\"}");

        for (String asked : new String[] {"?q=wf", "?filter=id%3Din%3D(" + id + ",4711)&fields=id,name,customerId"}) {
            JsonNode page = tree(server.get("/persons" + asked), 200);
            assertThat(page.get("items").size()).as(asked).isEqualTo(1);
            assertThat(page.at("/items/0/customerId").asText()).isEqualTo(customer);
        }
        server.delete(path + "/" + id);
        assertThat(tree(server.get("/persons?count=true"), 200).get("total").asInt())
                .isEqualTo(1);
        assertThat(tree(server.get("/persons?archived=true"), 200)
                        .at("/items/0/id")
                        .asText())
                .isEqualTo(id);
    }

    @Test
    public void keepsThePeopleOfACustomer() {
        String path = "/customers/"
                + tree(server.post("/customers", company("A")), 201).get("id").asText() + "/persons";
        Response created = server.post(
                path,
                "{\"name\":\"王芳\",\"role\":\"decision-maker\",\"phones\":[\"139 0000 0000\"],\"sex\":\"female\"}");
        JsonNode person = tree(created, 201);
        String one = path + "/" + person.get("id").asText();

        assertThat(created.getHeaderString("Location")).endsWith(one);
        assertThat(tree(server.get(path), 200).get("items")).containsExactly(person);
        assertThat(tree(server.patch(one, "\"1\"", "{\"position\":\"CEO\"}"), 200)
                        .get("position")
                        .asText())
                .isEqualTo("CEO");
        tree(server.patch(one, "\"1\"", "{\"position\":\"CEO\"}"), 412);
        assertThat(fields(server.post(path, "{\"emails\":[\"x\"]}"), 422)).containsExactly("name", "emails[0]");
        assertThat(server.delete(one).getStatus()).isEqualTo(204);
        assertThat(tree(server.get(path), 200).get("items")).isEmpty();
    }

    @Test
    public void customValuesAreWrittenShownPatchedAndRemembered() {
        catalog.define(FieldDefinition.of("customer", "limit", FieldType.MONEY, "Credit limit", "信用额度"));
        catalog.define(FieldDefinition.of("customer", "vip", FieldType.BOOLEAN, "VIP", "贵宾"));
        catalog.define(FieldDefinition.of("customer", "visits", FieldType.NUMBER, "Visits", "来访次数"));
        String body = "{\"kind\":\"company\",\"name\":\"A\",\"custom\":{\"vip\":true,\"visits\":3,"
                + "\"limit\":{\"amount\":\"12.5\",\"currency\":\"CNY\"}}}";

        JsonNode customer = tree(server.post("/customers", body), 201);
        String one = "/customers/" + customer.get("id").asText();

        assertThat(customer.get("custom").toString())
                .isEqualTo("{\"limit\":{\"amount\":\"12.50\",\"currency\":\"CNY\"},\"vip\":true,\"visits\":\"3\"}");
        assertThat(tree(server.get(one), 200)).isEqualTo(customer);

        JsonNode patched =
                tree(server.patch(one, "\"1\"", "{\"custom\":{\"vip\":null,\"limit\":{\"currency\":\"USD\"}}}"), 200);
        assertThat(patched.get("custom").toString())
                .isEqualTo("{\"limit\":{\"amount\":\"12.50\",\"currency\":\"USD\"},\"visits\":\"3\"}");
        assertThat(fields(server.patch(one, "\"2\"", "{\"custom\":{\"visits\":\"x\",\"no\":1}}"), 422))
                .containsExactlyInAnyOrder("custom.no", "custom.visits");
        assertThat(fields(server.patch(one, "\"2\"", "{\"custom\":{\"visits\":[1]}}"), 400))
                .containsExactly("custom.visits");

        JsonNode history = tree(server.get(one + "/history"), 200).get("items");
        assertThat(history).hasSize(2);
        assertThat(history.get(0).get("action").asText()).isEqualTo("changed");
        assertThat(history.get(0).get("fields").toString())
                .isEqualTo("[{\"field\":\"custom.limit\",\"before\":{\"amount\":\"12.5\",\"currency\":\"CNY\"},"
                        + "\"after\":{\"amount\":\"12.5\",\"currency\":\"USD\"}},"
                        + "{\"field\":\"custom.vip\",\"before\":true}]");
        assertThat(history.get(1).get("action").asText()).isEqualTo("created");
        JsonNode first = tree(server.get(one + "/history?limit=1"), 200);
        assertThat(tree(
                                server.get(one + "/history?limit=1&after="
                                        + first.get("next").asText()),
                                200)
                        .get("items"))
                .containsExactly(history.get(1));
        assertThat(tree(server.get(one + "/history?fields=name"), 200).get("items"))
                .isEmpty();
        tree(server.get("/customers/4711/history"), 404);
    }

    @Test
    public void personsHaveCustomValuesAndAHistoryToo() {
        catalog.define(FieldDefinition.of("person", "since", FieldType.DATE, "Since", "自何时"));
        String path = "/customers/"
                + tree(server.post("/customers", company("A")), 201).get("id").asText() + "/persons";

        JsonNode person = tree(server.post(path, "{\"name\":\"张伟\",\"custom\":{\"since\":\"2020-02-29\"}}"), 201);
        String one = path + "/" + person.get("id").asText();

        assertThat(person.get("custom").toString()).isEqualTo("{\"since\":\"2020-02-29\"}");
        assertThat(tree(server.get(path), 200).get("items")).containsExactly(person);
        tree(server.patch(one, "\"1\"", "{\"custom\":{\"since\":\"2020-03-01\"}}"), 200);
        assertThat(tree(server.get(one + "/history?fields=custom.since"), 200)
                        .at("/items/0/fields/0/after")
                        .asText())
                .isEqualTo("2020-03-01");
    }

    private static String company(String name) {
        return "{\"kind\":\"company\",\"name\":\"" + name + "\"}";
    }

    private CrmApplication application() {
        var jpa = database.template("crm-customer");
        var outbox = new RecordedOutbox();
        var access = new OpenAccess();
        catalog = new JdbcFieldCatalog(database.dataSource(), database.transactions(), outbox, access);
        catalog.addStore(new CustomerValues(database.dataSource()));
        catalog.addStore(new PersonValues(database.dataSource()));
        JdbcChangeLog log = new JdbcChangeLog(database.dataSource(), access);
        return new CustomerApplication(
                Neighbour.fixed(new JpaCustomerArchive(
                        jpa,
                        database.dataSource(),
                        database.transactions(),
                        outbox,
                        access,
                        Neighbour.fixed(catalog),
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
                        Neighbour.fixed(catalog),
                        log,
                        Clock.systemUTC())),
                Neighbour.fixed(log),
                ExportSources.fixed(
                        new CustomersExport(database.dataSource(), access, Neighbour.fixed(catalog)),
                        new PersonsExport(database.dataSource(), access, Neighbour.fixed(catalog))),
                Neighbour.fixed(
                        new QueuedBulkChanges(List.of(), database.dataSource(), database.transactions(), access)));
    }
}
