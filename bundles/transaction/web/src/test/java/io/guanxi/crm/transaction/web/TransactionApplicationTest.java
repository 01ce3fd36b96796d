package io.guanxi.crm.transaction.web;

import static io.guanxi.crm.platform.testing.LocalServer.fields;
import static io.guanxi.crm.platform.testing.LocalServer.tree;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.guanxi.crm.customer.CustomerArchive;
import io.guanxi.crm.customer.CustomerData;
import io.guanxi.crm.customer.CustomerKind;
import io.guanxi.crm.customer.CustomerScopes;
import io.guanxi.crm.customer.service.CustomerValues;
import io.guanxi.crm.customer.service.JdbcCustomerDirectory;
import io.guanxi.crm.customer.service.JdbcCustomerScopes;
import io.guanxi.crm.customer.service.JpaCustomerArchive;
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
import io.guanxi.crm.transaction.Ledger;
import io.guanxi.crm.transaction.service.JpaLedger;
import io.guanxi.crm.transaction.service.OrderValues;
import io.guanxi.crm.transaction.service.exports.OrdersExport;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import javax.ws.rs.core.Response;
import org.junit.After;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.RuleChain;

public class TransactionApplicationTest {

    @SuppressWarnings("NullAway.Init")
    private JdbcFieldCatalog catalog;

    private final TestDatabase database = new TestDatabase("customer", "transaction", "fields", "history", "imports");
    private final LocalServer server = new LocalServer(this::application);
    private Optional<QueuedBulkChanges> bulk = Optional.empty();
    private String customer = "";

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
        Response created = server.post("/orders", order("confirmed", "2.000", "10"));
        JsonNode order = tree(created, 201);

        assertThat(created.getHeaderString("Location"))
                .endsWith("/orders/" + order.get("id").asText());
        assertThat(created.getHeaderString("ETag")).isEqualTo("\"1\"");
        assertThat(order.get("number").asText()).isEqualTo("SO-1");
        assertThat(order.get("customerName").asText()).isEqualTo("星辰");
        assertThat(order.get("total").toString()).isEqualTo("{\"amount\":\"19.50\",\"currency\":\"CNY\"}");
        assertThat(order.get("paid").toString()).isEqualTo("{\"amount\":\"0.00\",\"currency\":\"CNY\"}");
        assertThat(order.at("/lines/0").toString())
                .isEqualTo("{\"product\":\"P-1\",\"description\":\"茶\",\"quantity\":\"2\",\"unitPrice\":\"10.00\","
                        + "\"discount\":\"0.50\",\"amount\":\"19.50\",\"delivered\":\"0\"}");
        assertThat(tree(server.get("/orders/" + order.get("id").asText()), 200)).isEqualTo(order);
    }

    @Test
    public void namesEveryFieldThatIsWrong() {
        assertThat(fields(server.post("/orders", "{}"), 422)).containsExactly("customerId", "orderedAt", "currency");
        assertThat(fields(server.post("/orders", order("confirmed", "0", "-1")), 422))
                .containsExactly("lines[0].quantity", "lines[0].unitPrice");
        assertThat(fields(server.post("/orders", order("confirmed", "1", "10").replace("CNY", "QQQ")), 422))
                .containsExactly("currency");
        assertThat(fields(server.post("/orders", order("shipped", "1", "10")), 400))
                .containsExactly("status");
        assertThat(fields(
                        server.post(
                                "/orders", order("draft", "1", "10").replace("\"P-1\"", "\"P-1\",\"amount\":\"1\"")),
                        400))
                .containsExactly("lines[0].amount");
    }

    @Test
    public void confirmsCancelsAndGoesNoWayBack() {
        String path = placed("draft");

        assertThat(tree(server.patch(path, "\"1\"", "{\"status\":\"confirmed\"}"), 200)
                        .get("status")
                        .asText())
                .isEqualTo("confirmed");
        assertThat(facts().at("/facts/0/orders").asInt()).isEqualTo(1);
        tree(server.patch(path, "\"1\"", "{\"status\":\"cancelled\"}"), 412);
        tree(server.patch(path, "", "{\"status\":\"cancelled\"}"), 428);
        assertThat(fields(server.patch(path, "\"2\"", "{\"status\":\"draft\"}"), 409))
                .containsExactly("status");
        assertThat(tree(server.patch(path, "\"2\"", "{\"status\":\"cancelled\",\"total\":null}"), 400)
                        .at("/errors/0/field")
                        .asText())
                .isEqualTo("total");
        tree(server.patch(path, "\"2\"", "{\"status\":\"cancelled\"}"), 200);
        assertThat(facts().get("facts")).isEmpty();
    }

    @Test
    public void replacesLines() {
        String path = placed("draft");

        JsonNode order = tree(
                server.patch(
                        path,
                        "\"1\"",
                        "{\"lines\":[{\"product\":\"P-2\",\"quantity\":\"3\",\"unitPrice\":\"0.335\"}]}"),
                200);

        assertThat(order.at("/total/amount").asText()).isEqualTo("1.01");
        assertThat(order.get("lines")).hasSize(1);
    }

    @Test
    public void recordsDeliveriesAndPayments() {
        String path = placed("confirmed");
        Response delivered = server.post(
                path + "/deliveries",
                "{\"at\":\"2026-03-02T08:00:00Z\",\"carrier\":\"SF\",\"lines\":[{\"line\":1,\"quantity\":\"1.5\"}]}");
        JsonNode delivery = tree(delivered, 201);
        Response paid = server.post(
                path + "/payments",
                "{\"at\":\"2026-03-03T08:00:00Z\",\"amount\":{\"amount\":\"9.5\",\"currency\":\"CNY\"},\"method\":\"wechat\"}");
        JsonNode payment = tree(paid, 201);

        assertThat(delivery.at("/lines/0/quantity").asText()).isEqualTo("1.5");
        assertThat(payment.at("/amount/amount").asText()).isEqualTo("9.50");
        assertThat(tree(server.get(path + "/deliveries"), 200).get("items")).containsExactly(delivery);
        assertThat(tree(server.get(path + "/payments"), 200).get("items")).containsExactly(payment);
        assertThat(tree(server.get(path + "/payments/" + payment.get("id").asText()), 200))
                .isEqualTo(payment);
        assertThat(tree(server.get(path), 200).at("/paid/amount").asText()).isEqualTo("9.50");
        assertThat(tree(server.get(path), 200).at("/lines/0/delivered").asText())
                .isEqualTo("1.5");
    }

    @Test
    public void refusesWhatCannotBeDeliveredOrPaid() {
        String path = placed("confirmed");

        assertThat(fields(server.post(path + "/deliveries", "{}"), 422)).containsExactly("at");
        assertThat(fields(
                        server.post(
                                path + "/deliveries",
                                "{\"at\":\"2026-03-02T08:00:00Z\",\"lines\":[{\"line\":1,\"quantity\":\"3\"}]}"),
                        409))
                .containsExactly("lines[0].quantity");
        assertThat(fields(server.post(path + "/payments", "{}"), 422))
                .containsExactly("at", "amount.amount", "amount.currency", "method");
        assertThat(fields(
                        server.post(
                                path + "/payments",
                                "{\"at\":\"2026-03-03T08:00:00Z\",\"amount\":{\"amount\":\"1\",\"currency\":\"USD\"},"
                                        + "\"method\":\"cash\"}"),
                        422))
                .containsExactly("amount.currency");
    }

    @Test
    public void aPaymentOfAnotherSystemIsRecordedOnce() {
        String path = placed("confirmed");
        String body = "{\"at\":\"2026-03-03T08:00:00Z\",\"amount\":{\"amount\":\"1\",\"currency\":\"CNY\"},"
                + "\"method\":\"cash\",\"externalId\":\"R-1\"}";

        JsonNode paid = tree(server.post(path + "/payments", body), 201);

        assertThat(paid.get("externalId").asText()).isEqualTo("R-1");
        assertThat(fields(server.post(path + "/payments", body), 409)).containsExactly("externalId");
        assertThat(tree(server.get(path + "/payments"), 200).get("items")).containsExactly(paid);
        assertThat(tree(server.get(path + "/history"), 200)
                        .at("/items/0/fields")
                        .toString())
                .isEqualTo("[{\"field\":\"payment.at\",\"after\":\"2026-03-03T08:00:00Z\"},"
                        + "{\"field\":\"payment.amount\",\"after\":\"1.00 CNY\"},"
                        + "{\"field\":\"payment.method\",\"after\":\"cash\"},"
                        + "{\"field\":\"payment.externalId\",\"after\":\"R-1\"}]");
    }

    @Test
    public void listsNewestFirstWithNames() {
        for (int i = 0; i < 5; i++) {
            server.post("/orders", order(i % 2 == 0 ? "draft" : "confirmed", "1", "10"));
        }
        JsonNode first = tree(server.get("/orders?limit=3&count=true"), 200);
        JsonNode second =
                tree(server.get("/orders?limit=3&after=" + first.get("next").asText()), 200);

        assertThat(first.get("total").asInt()).isEqualTo(5);
        assertThat(first.at("/items/0/number").asText()).isEqualTo("SO-5");
        assertThat(first.at("/items/0/customerName").asText()).isEqualTo("星辰");
        assertThat(first.at("/items/0").has("lines")).isFalse();
        assertThat(second.get("items")).hasSize(2);
        assertThat(tree(server.get("/orders?status=confirmed&customerId=" + customer), 200)
                        .get("items"))
                .hasSize(2);
        assertThat(fields(server.get("/orders?status=open"), 400)).containsExactly("status");
    }

    @Test
    public void knowsNoStranger() {
        for (String path : new String[] {
            "/orders/4711", "/orders/x", "/orders/4711/payments", "/orders/4711/deliveries/1", "/customers/4711/facts"
        }) {
            tree(server.get(path), 404);
        }
        tree(server.patch("/orders/4711", "\"1\"", "{}"), 404);
    }

    private JsonNode facts() {
        return tree(server.get("/customers/" + customer + "/facts"), 200);
    }

    private String placed(String status) {
        return "/orders/"
                + tree(server.post("/orders", order(status, "2", "10")), 201)
                        .get("id")
                        .asText();
    }

    @Test
    public void customValuesAreWrittenPatchedAndRemembered() {
        catalog.define(FieldDefinition.of("order", "broker", FieldType.REFERENCE, "Broker", "经纪人")
                .to("customer"));
        String body = order("draft", "1", "10")
                .replace("\"lines\"", "\"custom\":{\"broker\":\"" + customer + "\"},\"lines\"");

        JsonNode made = tree(server.post("/orders", body), 201);
        String one = "/orders/" + made.get("id").asText();

        assertThat(made.at("/custom/broker").asText()).isEqualTo(customer);
        assertThat(tree(server.get(one), 200)).isEqualTo(made);
        assertThat(fields(server.patch(one, "\"1\"", "{\"custom\":{\"broker\":\"4711\"}}"), 422))
                .containsExactly("custom.broker");
        JsonNode confirmed = tree(server.patch(one, "\"1\"", "{\"status\":\"confirmed\"}"), 200);
        assertThat(confirmed.get("custom")).isEqualTo(made.get("custom"));
        tree(server.patch(one, "\"2\"", "{\"custom\":{\"broker\":null}}"), 200);
        assertThat(tree(server.get(one + "/history"), 200).get("items"))
                .extracting(item -> item.get("fields").toString())
                .containsExactly(
                        "[{\"field\":\"custom.broker\",\"before\":\"" + customer + "\"}]",
                        "[{\"field\":\"status\",\"before\":\"draft\",\"after\":\"confirmed\"}]",
                        "[]");
    }

    @Test
    public void manyAreConfirmedAsFarAsTheLedgerAllows() {
        String draft = tree(server.post("/orders", order("draft", "1", "10")), 201)
                .get("id")
                .asText();
        String cancelled = tree(server.post("/orders", order("cancelled", "1", "10")), 201)
                .get("id")
                .asText();
        String confirmed = tree(server.post("/orders", order("confirmed", "1", "10")), 201)
                .get("id")
                .asText();

        JsonNode queued =
                tree(server.post("/orders/bulk?status=draft", "{\"action\":\"confirm\",\"expected\":1}"), 202);
        assertThat(finished(queued.get("id").asLong()).job().undoable()).isFalse();
        assertThat(status(draft)).isEqualTo("confirmed");

        String all = "{\"action\":\"confirm\",\"ids\":[\"" + cancelled + "\",\"" + confirmed + "\"]}";
        BulkJob job =
                finished(tree(server.post("/orders/bulk", all), 202).get("id").asLong());
        assertThat(job.job().rejected()).isEqualTo(1);
        assertThat(job.job().unchanged()).isEqualTo(1);
        assertThat(bulk.orElseThrow().rejections(job.id(), 0, 10))
                .extracting(rejection -> rejection.line() + " " + rejection.code())
                .containsExactly(cancelled + " status-change");
        assertThat(fields(server.post("/orders/bulk", all.replace("confirm\"", "archive\"")), 422))
                .containsExactly("action");
    }

    private String status(String id) {
        return tree(server.get("/orders/" + id), 200).get("status").asText();
    }

    private BulkJob finished(long id) {
        BulkJob job = bulk.orElseThrow().find(id).orElseThrow();
        while (!job.job().state().isOver()) {
            job = bulk.orElseThrow().find(id).orElseThrow();
        }
        return job;
    }

    private String order(String status, String quantity, String price) {
        return "{\"customerId\":\"" + customer + "\",\"orderedAt\":\"2026-03-01T08:30:00Z\",\"currency\":\"CNY\","
                + "\"status\":\"" + status + "\",\"lines\":[{\"product\":\"P-1\",\"description\":\"茶\",\"quantity\":\""
                + quantity + "\",\"unitPrice\":\"" + price + "\",\"discount\":\"0.50\"}]}";
    }

    private CrmApplication application() {
        var outbox = new RecordedOutbox();
        var access = new OpenAccess();
        CustomerArchive archive = new JpaCustomerArchive(
                database.template("crm-customer"), database.dataSource(), database.transactions(), outbox, access);
        customer = archive.register(CustomerData.of(CustomerKind.COMPANY, "星辰"))
                .id()
                .toString();
        catalog = new JdbcFieldCatalog(database.dataSource(), database.transactions(), outbox, access);
        catalog.addStore(new OrderValues(database.dataSource()));
        catalog.addStore(new CustomerValues(database.dataSource()));
        JdbcChangeLog log = new JdbcChangeLog(database.dataSource(), access);
        Neighbour<CustomerScopes> scopes =
                Neighbour.fixed(new JdbcCustomerScopes(database.dataSource(), Clock.systemUTC()));
        Neighbour<Ledger> ledger = Neighbour.fixed(new JpaLedger(
                database.template("crm-transaction"),
                database.dataSource(),
                database.transactions(),
                outbox,
                access,
                scopes,
                Neighbour.fixed(catalog),
                log,
                Clock.systemUTC()));
        bulk = Optional.of(new QueuedBulkChanges(
                List.of(new OrdersBulk(ledger)), database.dataSource(), database.transactions(), access));
        return new TransactionApplication(
                ledger,
                Neighbour.fixed(archive),
                Neighbour.fixed(log),
                ExportSources.fixed(new OrdersExport(
                        database.dataSource(),
                        access,
                        Neighbour.fixed(new JdbcCustomerDirectory(database.dataSource())),
                        scopes,
                        Neighbour.fixed(catalog))),
                Neighbour.fixed(bulk.orElseThrow()));
    }
}
