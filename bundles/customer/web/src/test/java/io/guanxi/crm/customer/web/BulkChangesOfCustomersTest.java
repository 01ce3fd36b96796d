package io.guanxi.crm.customer.web;

import static io.guanxi.crm.platform.testing.LocalServer.fields;
import static io.guanxi.crm.platform.testing.LocalServer.tree;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.guanxi.crm.customer.CustomerArchive;
import io.guanxi.crm.customer.Persons;
import io.guanxi.crm.customer.service.JpaCustomerArchive;
import io.guanxi.crm.customer.service.JpaCustomerShares;
import io.guanxi.crm.customer.service.JpaPersons;
import io.guanxi.crm.platform.exports.ExportSources;
import io.guanxi.crm.platform.fields.FieldCatalog;
import io.guanxi.crm.platform.history.service.JdbcChangeLog;
import io.guanxi.crm.platform.http.CrmApplication;
import io.guanxi.crm.platform.imports.BulkJob;
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
import java.util.Optional;
import javax.ws.rs.core.Response;
import org.junit.After;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.RuleChain;

public class BulkChangesOfCustomersTest {

    private final TestDatabase database = new TestDatabase("customer", "fields", "history", "imports");
    private final RecordedOutbox outbox = new RecordedOutbox();
    private final LocalServer server = new LocalServer(this::application);
    private Optional<QueuedBulkChanges> bulk = Optional.empty();

    @Rule
    public final RuleChain rules =
            RuleChain.outerRule(database).around(SignedIn.administrator()).around(server);

    @After
    public void close() {
        bulk.orElseThrow().close();
    }

    @Test
    public void patchesWhatTheListShowsAndTakesItBack() {
        String star = register("星辰", "company");
        String moon = register("月亮", "company");
        String wei = register("张伟", "person");

        JsonNode queued = tree(
                server.post(
                        "/customers/bulk?kind=company",
                        "{\"action\":\"patch\",\"filter\":\"stage==unknown\",\"expected\":2,"
                                + "\"patch\":{\"stage\":\"dormant\"}}"),
                202);
        assertThat(queued.get("action").asText()).isEqualTo("patch");
        assertThat(queued.get("total").asInt()).isEqualTo(2);
        BulkJob job = finished(queued);

        assertThat(job.job().updated()).isEqualTo(2);
        assertThat(stage(star) + stage(moon) + stage(wei)).isEqualTo("dormantdormantunknown");
        JsonNode change =
                tree(server.get("/customers/" + star + "/history"), 200).at("/items/0");
        assertThat(change.get("by").asText()).isEqualTo("admin");
        assertThat(change.at("/fields/0/field").asText()).isEqualTo("stage");
        assertThat(outbox.topics()).filteredOn("customer.changed"::equals).hasSize(2);

        undone(job);
        assertThat(stage(star) + stage(moon)).isEqualTo("unknownunknown");
    }

    @Test
    public void archivesByIdsAndRestoresByFilter() {
        String star = register("星辰", "company");
        String moon = register("月亮", "company");

        Response answer =
                server.post("/customers/bulk", "{\"action\":\"archive\",\"ids\":[\"" + star + "\",\"999999\"]}");
        BulkJob archived = finished(tree(answer, 202));

        assertThat(answer.getHeaderString("Location")).endsWith("/platform/v1/bulk-changes/" + archived.id());
        assertThat(archived.job().updated()).isEqualTo(1);
        assertThat(bulk.orElseThrow().rejections(archived.id(), 0, 5))
                .extracting(rejection -> rejection.line() + " " + rejection.code())
                .containsExactly("999999 unknown-customer");
        assertThat(names("")).containsExactly("月亮");

        finished(tree(server.post("/customers/bulk?archived=true", "{\"action\":\"restore\",\"expected\":1}"), 202));
        assertThat(names("")).containsExactlyInAnyOrder("星辰", "月亮");
        assertThat(names("?archived=true")).isEmpty();
        assertThat(moon).isNotEqualTo(star);
    }

    @Test
    public void personsAreArchivedAndBroughtBack() {
        String star = register("星辰", "company");
        String path = "/customers/" + star + "/persons";
        server.post(path, "{\"name\":\"李四\"}");
        server.post(path, "{\"name\":\"王五\"}");

        BulkJob job = finished(tree(server.post(path + "/bulk", "{\"action\":\"archive\",\"expected\":2}"), 202));

        assertThat(tree(server.get(path), 200).get("items")).isEmpty();
        undone(job);
        assertThat(tree(server.get(path), 200).get("items")).hasSize(2);
    }

    @Test
    public void refusesWhatIsMissingOrTooMuch() {
        register("星辰", "company");
        register("月亮", "company");

        assertThat(refused("{}", 400)).containsExactly("action");
        assertThat(refused("{\"action\":\"archive\"}", 400)).containsExactly("expected");
        assertThat(refused("{\"action\":\"archive\",\"expected\":1}", 409)).containsExactly("expected");
        assertThat(refused("{\"action\":\"archive\",\"expected\":-1}", 400)).containsExactly("expected");
        assertThat(refused("{\"action\":\"patch\",\"expected\":2}", 400)).containsExactly("patch");
        assertThat(refused("{\"action\":\"patch\",\"expected\":2,\"patch\":{\"version\":7}}", 400))
                .containsExactly("version");
        assertThat(refused("{\"action\":\"archive\",\"expected\":2,\"patch\":{\"name\":\"x\"}}", 400))
                .containsExactly("patch");
        assertThat(refused("{\"action\":\"archive\",\"ids\":[\"1\"],\"q\":\"x\"}", 400))
                .containsExactly("ids");
        assertThat(refused("{\"action\":\"archive\",\"expected\":2,\"filter\":\"nonsense==1\"}", 400))
                .containsExactly("filter");
        assertThat(refused("{\"action\":\"confirm\",\"expected\":2}", 422)).containsExactly("action");
        assertThat(names("")).hasSize(2);
        assertThat(bulk.orElseThrow().list(Optional.empty(), 10)).isEmpty();
    }

    private List<String> refused(String body, int status) {
        return fields(server.post("/customers/bulk", body), status);
    }

    private String register(String name, String kind) {
        return tree(server.post("/customers", "{\"kind\":\"" + kind + "\",\"name\":\"" + name + "\"}"), 201)
                .get("id")
                .asText();
    }

    private String stage(String id) {
        return tree(server.get("/customers/" + id), 200).get("stage").asText();
    }

    private List<String> names(String query) {
        List<String> names = new ArrayList<>();
        tree(server.get("/customers" + query), 200)
                .get("items")
                .forEach(item -> names.add(item.get("name").asText()));
        return names;
    }

    private BulkJob finished(JsonNode queued) {
        long id = queued.get("id").asLong();
        BulkJob job = bulk.orElseThrow().find(id).orElseThrow();
        while (!job.job().state().isOver()) {
            job = bulk.orElseThrow().find(id).orElseThrow();
        }
        return job;
    }

    private void undone(BulkJob job) {
        BulkJob now = bulk.orElseThrow().undo(job.id());
        while (!now.job().undo().orElseThrow().state().isOver()) {
            now = bulk.orElseThrow().find(job.id()).orElseThrow();
        }
        assertThat(now.job().undo().orElseThrow().conflicts()).isZero();
    }

    private CrmApplication application() {
        var jpa = database.template("crm-customer");
        var access = new OpenAccess();
        JdbcChangeLog log = new JdbcChangeLog(database.dataSource(), access);
        Neighbour<FieldCatalog> fields = Neighbour.fixed(FieldCatalog.none());
        Neighbour<CustomerArchive> archive = Neighbour.fixed(new JpaCustomerArchive(
                jpa, database.dataSource(), database.transactions(), outbox, access, fields, log, Clock.systemUTC()));
        Neighbour<Persons> persons = Neighbour.fixed(new JpaPersons(
                jpa, database.dataSource(), database.transactions(), outbox, access, fields, log, Clock.systemUTC()));
        bulk = Optional.of(new QueuedBulkChanges(
                List.of(new CustomersBulk(archive), new PersonsBulk(persons)),
                database.dataSource(),
                database.transactions(),
                access));
        return new CustomerApplication(
                archive,
                Neighbour.fixed(new JpaCustomerShares(
                        jpa,
                        database.dataSource(),
                        database.transactions(),
                        outbox,
                        log,
                        access,
                        new Staff(),
                        Clock.systemUTC())),
                persons,
                Neighbour.fixed(log),
                ExportSources.fixed(),
                Neighbour.fixed(bulk.orElseThrow()));
    }
}
