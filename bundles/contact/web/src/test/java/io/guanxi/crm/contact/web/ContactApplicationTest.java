package io.guanxi.crm.contact.web;

import static io.guanxi.crm.platform.testing.LocalServer.fields;
import static io.guanxi.crm.platform.testing.LocalServer.tree;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.guanxi.crm.contact.ContactLog;
import io.guanxi.crm.contact.service.InteractionValues;
import io.guanxi.crm.contact.service.JpaContactLog;
import io.guanxi.crm.contact.service.exports.InteractionsExport;
import io.guanxi.crm.customer.CustomerArchive;
import io.guanxi.crm.customer.CustomerData;
import io.guanxi.crm.customer.CustomerId;
import io.guanxi.crm.customer.CustomerKind;
import io.guanxi.crm.customer.CustomerScopes;
import io.guanxi.crm.customer.PersonData;
import io.guanxi.crm.customer.PersonDetails;
import io.guanxi.crm.customer.Persons;
import io.guanxi.crm.customer.service.JdbcCustomerDirectory;
import io.guanxi.crm.customer.service.JdbcCustomerScopes;
import io.guanxi.crm.customer.service.JpaCustomerArchive;
import io.guanxi.crm.customer.service.JpaPersons;
import io.guanxi.crm.platform.exports.ExportSources;
import io.guanxi.crm.platform.fields.FieldDefinition;
import io.guanxi.crm.platform.fields.FieldType;
import io.guanxi.crm.platform.fields.service.JdbcFieldCatalog;
import io.guanxi.crm.platform.history.service.JdbcChangeLog;
import io.guanxi.crm.platform.http.CrmApplication;
import io.guanxi.crm.platform.imports.BulkJob;
import io.guanxi.crm.platform.imports.service.QueuedBulkChanges;
import io.guanxi.crm.platform.modules.Neighbour;
import io.guanxi.crm.platform.testing.LocalServer;
import io.guanxi.crm.platform.testing.OpenAccess;
import io.guanxi.crm.platform.testing.RecordedOutbox;
import io.guanxi.crm.platform.testing.SignedIn;
import io.guanxi.crm.platform.testing.TestDatabase;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.ws.rs.core.Response;
import org.junit.After;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.RuleChain;

public class ContactApplicationTest {

    @SuppressWarnings("NullAway.Init")
    private JdbcFieldCatalog catalog;

    private final TestDatabase database = new TestDatabase("customer", "contact", "fields", "history", "imports");
    private final LocalServer server = new LocalServer(this::application);
    private Optional<QueuedBulkChanges> bulk = Optional.empty();
    private String customer = "";
    private String person = "";

    @Rule
    public final RuleChain rules =
            RuleChain.outerRule(database).around(SignedIn.administrator()).around(server);

    @After
    public void close() {
        bulk.orElseThrow().close();
        catalog.close();
    }

    @Test
    public void whatWasSentIsWhatIsShown() {
        String sent = "{\"customerId\":\"" + customer + "\",\"personIds\":[\"" + person
                + "\"],\"channel\":\"call\",\"direction\":\"out\",\"at\":\"2026-03-01T08:30:00Z\","
                + "\"until\":\"2026-03-01T09:00:00Z\",\"subject\":\"报价\",\"summary\":\"a\\nb\",\"result\":\"ok\","
                + "\"by\":\"li\",\"nextStep\":{\"at\":\"2026-03-08\",\"what\":\"再联系\"}}";
        Response created = server.post("/interactions", sent);
        JsonNode interaction = tree(created, 201);

        assertThat(created.getHeaderString("Location"))
                .endsWith("/interactions/" + interaction.get("id").asText());
        tree(Response.ok(sent).build(), 200).properties().forEach(field -> assertThat(interaction.get(field.getKey()))
                .isEqualTo(field.getValue()));
        assertThat(interaction.get("customerName").asText()).isEqualTo("星辰");
        assertThat(tree(server.get("/interactions/" + interaction.get("id").asText()), 200))
                .isEqualTo(interaction);
        assertThat(tree(server.get("/interactions?customerId=" + customer), 200).get("items"))
                .containsExactly(interaction);
    }

    @Test
    public void namesEveryFieldThatIsWrong() {
        assertThat(fields(server.post("/interactions", "{\"nextStep\":{}}"), 422))
                .containsExactly("customerId", "channel", "direction", "at", "nextStep.at");
        assertThat(fields(server.post("/interactions", at("4711", "2026-03-01T08:30:00Z", "")), 422))
                .containsExactly("subject", "customerId");
        assertThat(fields(server.post("/interactions", at("x", "2026-03-01T08:30:00Z", "s")), 400))
                .containsExactly("customerId");
        assertThat(fields(server.post("/interactions", at(customer, "yesterday", "s")), 400))
                .containsExactly("at");
        assertThat(fields(server.get("/interactions?customerId=x"), 400)).containsExactly("customerId");
    }

    @Test
    public void patchesUnderItsVersionAndArchives() {
        String path = "/interactions/"
                + tree(server.post("/interactions", at(customer, "2026-03-01T08:30:00Z", "s")), 201)
                        .get("id")
                        .asText();

        assertThat(tree(server.patch(path, "\"1\"", "{\"subject\":\"t\",\"customerName\":\"星辰\"}"), 200)
                        .get("version")
                        .asInt())
                .isEqualTo(2);
        tree(server.patch(path, "\"1\"", "{\"subject\":\"u\"}"), 412);
        tree(server.patch(path, "", "{\"subject\":\"u\"}"), 428);
        assertThat(server.delete(path).getStatus()).isEqualTo(204);
        assertThat(tree(server.get("/interactions"), 200).get("items")).isEmpty();
        tree(server.get("/interactions/4711"), 404);
    }

    @Test
    public void pagesNewestFirst() {
        for (int i = 0; i < 5; i++) {
            server.post("/interactions", at(customer, "2026-03-01T08:3" + i + ":00Z", "s" + i));
        }
        JsonNode first = tree(server.get("/interactions?limit=3"), 200);
        JsonNode second = tree(
                server.get("/interactions?limit=3&after=" + first.get("next").asText()), 200);

        assertThat(first.at("/items/0/subject").asText()).isEqualTo("s4");
        assertThat(second.at("/items/0/subject").asText()).isEqualTo("s1");
        assertThat(second.get("items")).hasSize(2);
        assertThat(second.has("next")).isFalse();
    }

    @Test
    public void customValuesAreShownInListsToo() {
        catalog.define(FieldDefinition.of("interaction", "mood", FieldType.TEXT, "Mood", "心情"));
        String body = at(customer, "2026-03-01T08:30:00Z", "A").replace("}", ",\"custom\":{\"mood\":\"好\"}}");

        JsonNode made = tree(server.post("/interactions", body), 201);
        String one = "/interactions/" + made.get("id").asText();

        assertThat(made.get("custom").toString()).isEqualTo("{\"mood\":\"好\"}");
        assertThat(tree(server.get(one), 200)).isEqualTo(made);
        assertThat(tree(server.get("/interactions"), 200).get("items")).containsExactly(made);
        server.post("/interactions", at(customer, "2026-03-02T08:30:00Z", "C"));
        assertThat(server.get("/interactions?filter=custom.mood==好&header=code", "text/csv")
                        .readEntity(String.class)
                        .lines())
                .hasSize(2)
                .satisfies(lines -> assertThat(lines.get(0)).endsWith("persons,custom.mood"))
                .satisfies(lines -> assertThat(lines.get(1)).contains(",A,").endsWith(",好"));
        tree(server.patch(one, "\"1\"", "{\"subject\":\"B\",\"custom\":{\"mood\":null}}"), 200);
        assertThat(tree(server.get(one + "/history"), 200).at("/items/0/fields").toString())
                .isEqualTo("[{\"field\":\"subject\",\"before\":\"A\",\"after\":\"B\"},"
                        + "{\"field\":\"custom.mood\",\"before\":\"好\"}]");
    }

    @Test
    public void manyAreArchivedAndBroughtBack() {
        server.post("/interactions", at(customer, "2026-03-01T08:30:00Z", "报价"));
        server.post("/interactions", at(customer, "2026-03-02T08:30:00Z", "报价二"));
        server.post("/interactions", at(customer, "2026-03-03T08:30:00Z", "回访"));

        JsonNode queued = tree(
                server.post(
                        "/interactions/bulk?customerId=" + customer,
                        "{\"action\":\"archive\",\"q\":\"报价\",\"expected\":2}"),
                202);
        BulkJob job = finished(queued.get("id").asLong());

        assertThat(job.job().updated()).isEqualTo(2);
        assertThat(subjects()).containsExactly("回访");
        bulk.orElseThrow().undo(job.id());
        while (subjects().size() < 3) {
            Thread.onSpinWait();
        }
        assertThat(subjects()).containsExactly("回访", "报价二", "报价");
    }

    @Test
    public void aFormerOneIsBroughtBack() {
        String id = tree(server.post("/interactions", at(customer, "2026-03-01T08:30:00Z", "报价")), 201)
                .get("id")
                .asText();
        server.delete("/interactions/" + id);

        assertThat(tree(server.post("/interactions/" + id + "/restore"), 200).has("archivedAt"))
                .isFalse();
        assertThat(subjects()).containsExactly("报价");
        assertThat(server.post("/interactions/999/restore").getStatus()).isEqualTo(404);
    }

    private List<String> subjects() {
        List<String> subjects = new ArrayList<>();
        tree(server.get("/interactions"), 200)
                .get("items")
                .forEach(item -> subjects.add(item.get("subject").asText()));
        return subjects;
    }

    private BulkJob finished(long id) {
        BulkJob job = bulk.orElseThrow().find(id).orElseThrow();
        while (!job.job().state().isOver()) {
            job = bulk.orElseThrow().find(id).orElseThrow();
        }
        return job;
    }

    private static String at(String customer, String at, String subject) {
        return "{\"customerId\":\"" + customer + "\",\"channel\":\"wechat\",\"direction\":\"in\",\"at\":\"" + at
                + "\",\"subject\":\"" + subject + "\"}";
    }

    private CrmApplication application() {
        var jpa = database.template("crm-customer");
        var outbox = new RecordedOutbox();
        var access = new OpenAccess();
        CustomerArchive archive =
                new JpaCustomerArchive(jpa, database.dataSource(), database.transactions(), outbox, access);
        Persons persons = new JpaPersons(jpa, database.dataSource(), database.transactions(), outbox, access);
        CustomerId id =
                archive.register(CustomerData.of(CustomerKind.COMPANY, "星辰")).id();
        PersonData wei = new PersonData("张伟", Optional.empty(), List.of(), List.of(), PersonDetails.NONE);
        customer = id.toString();
        person = persons.add(id, wei).id().toString();
        catalog = new JdbcFieldCatalog(database.dataSource(), database.transactions(), outbox, access);
        catalog.addStore(new InteractionValues(database.dataSource()));
        JdbcChangeLog changes = new JdbcChangeLog(database.dataSource(), access);
        Neighbour<CustomerScopes> scopes =
                Neighbour.fixed(new JdbcCustomerScopes(database.dataSource(), Clock.systemUTC()));
        Neighbour<ContactLog> log = Neighbour.fixed(new JpaContactLog(
                database.template("crm-contact"),
                database.dataSource(),
                database.transactions(),
                outbox,
                access,
                scopes,
                Neighbour.fixed(persons),
                Neighbour.fixed(catalog),
                changes,
                Clock.systemUTC()));
        bulk = Optional.of(new QueuedBulkChanges(
                List.of(new InteractionsBulk(log)), database.dataSource(), database.transactions(), access));
        return new ContactApplication(
                log,
                Neighbour.fixed(archive),
                Neighbour.fixed(changes),
                ExportSources.fixed(new InteractionsExport(
                        database.dataSource(),
                        access,
                        Neighbour.fixed(new JdbcCustomerDirectory(database.dataSource())),
                        scopes,
                        Neighbour.fixed(catalog))),
                Neighbour.fixed(bulk.orElseThrow()));
    }
}
