package io.guanxi.crm.itests;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.guanxi.crm.platform.persistence.Jdbc;
import io.guanxi.crm.platform.security.Caller;
import io.guanxi.crm.platform.security.Users;
import java.io.File;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.After;
import org.junit.Before;
import org.junit.Test;
import org.osgi.framework.Bundle;

/** The example bundles of {@code itests/examples} come into the running container, go, and come back. */
public class ExtensionTests extends InCrm {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String CUSTOMERS = "/crm/api/customer/v1/customers";
    private static final String ORDERS = "/crm/api/transaction/v1/orders";
    private static final String INBOX = "/crm/api/oa/v1/inbox";
    private static final String PUSH = "/crm/api/platform/v1/jobs/erp-sales/run";

    @SuppressWarnings("NullAway.Init")
    private Tester tester;

    @SuppressWarnings("NullAway.Init")
    private Web web;

    @Before
    public void install() throws Exception {
        tester = Tester.of(service(Users.class), Caller.ADMINISTRATOR);
        web = tester.web();
        web.awaitOk(CUSTOMERS + "?limit=1");
        web.awaitOk(ORDERS + "?limit=1");
        installed("oa");
        installed("erp");
        web.awaitOk(INBOX + "?limit=1");
        for (String name : List.of("oa-inbox", "erp-partners")) {
            // A subscriber hears of what happens after its name is known.
            Eventually.holds(
                    name + " subscribes",
                    () -> web.get("/crm/api/platform/v1/subscriptions").body().contains("\"" + name + "\""));
        }
    }

    /** The other tests are about the product alone. */
    @After
    public void uninstall() throws Exception {
        for (String example : List.of("oa", "erp")) {
            Bundle bundle = context.getBundle(location(example));
            if (bundle != null) {
                bundle.uninstall();
            }
        }
    }

    @Test
    public void itsPagesAreServedWithOurs() throws Exception {
        JsonNode modules = JSON.readTree(web.get("/crm/ui/modules.json").body());
        List<String> paths = new ArrayList<>();
        modules.forEach(module -> {
            if (module.path("id").asText().equals("oa")) {
                paths.add(module.path("module").asText());
                paths.add(module.path("css").asText());
            }
        });
        assertEquals(List.of("/crm/ui/m/oa/index.js", "/crm/ui/m/oa/index.css"), paths);
        for (String path : List.of("/crm/ui/m/oa/index.js", "/crm/ui/m/oa/inbox.js", "/crm/oa/inbox")) {
            Web.Answer answer = Web.signedOut().get(path);
            assertEquals(path, 200, answer.status());
            String policy = answer.header("Content-Security-Policy").orElse("");
            assertTrue(policy, policy.contains("script-src 'self'") && policy.contains("style-src 'self'"));
        }
        assertTrue(ApiDocument.of(web).routes().stream()
                .anyMatch(route -> route.toString().equals("GET " + INBOX)));
    }

    @Test
    public void anAbsentBundleMissesNothingAndNobodyMissesIt() throws Exception {
        String customer = customer(fresh("先到公司"));
        awaitInbox(customer, 1);

        Bundle oa = installed("oa");
        oa.uninstall();
        Eventually.holds("the inbox is gone", () -> web.get(INBOX).status() != 200);
        String away = customer(fresh("后到公司"));
        String order = order(away);
        order(customer);
        assertEquals(200, web.get(ORDERS + "/" + order).status());
        assertTrue(!web.get("/crm/ui/modules.json").body().contains("\"oa\""));
        awaitPartner(away);

        installed("oa");
        web.awaitOk(INBOX + "?limit=1");
        awaitInbox(away, 2);
        awaitInbox(customer, 2);
        String later = customer(fresh("再来公司"));
        awaitInbox(later, 1);
        assertEquals(List.of("order", "customer"), kinds(away));
        assertEquals(List.of("order", "customer"), kinds(customer));
        assertEquals(List.of("customer"), kinds(later));
    }

    @Test
    public void itsListKeepsToOurConventions() throws Exception {
        String name = fresh("收件箱公司");
        String customer = customer(name);
        order(customer);
        awaitInbox(customer, 2);

        JsonNode page = inbox("?limit=1&count=true&sort=at&fields=id,subject&customerId=" + customer);
        assertEquals(2, page.path("total").asInt());
        assertEquals(name, page.at("/items/0/subject").asText());
        assertTrue(page.toString(), page.at("/items/0/kind").isMissingNode());
        JsonNode second = inbox("?limit=1&sort=at&customerId=" + customer + "&after="
                + page.path("next").asText());
        assertEquals("order", second.at("/items/0/kind").asText());
        assertTrue(second.toString(), second.path("next").isMissingNode());
        assertEquals(1, inbox("?q=" + Texts.url(name)).path("items").size());
        String filter = Texts.url("kind==order;customerId==" + customer + ";at==today");
        assertEquals(1, inbox("?tz=UTC&filter=" + filter).path("items").size());
        assertEquals(400, web.get(INBOX + "?filter=town==b").status());
        assertEquals(401, Web.signedOut().get(INBOX).status());
        // Nobody has given any role a right to it yet.
        assertEquals(
                403, Tester.of(service(Users.class), "auditor").web().get(INBOX).status());
    }

    @Test
    public void aSaleOfTheErpBecomesOneOrder() throws Exception {
        String number = fresh("S");
        sell(number, number, "P-1");
        sell(number + "-BAD", number, "");
        Jdbc erp = erp();
        web.post(PUSH, "");
        String customer = web.post(
                        CUSTOMERS,
                        "{\"kind\":\"company\",\"name\":\"%s\",\"externalId\":\"%s\"}".formatted(number, number))
                .text("id");

        Eventually.holds("the sale is an order", () -> {
            web.post(PUSH, "");
            return marked(erp, number, "ORDER_ID");
        });
        Eventually.holds("what is no order is told at the sale", () -> marked(erp, number + "-BAD", "REFUSAL"));
        erp.update("UPDATE ERP_SALE SET ORDER_ID = NULL WHERE SALE_NUMBER = ?", s -> s.setString(1, number));
        Eventually.holds("a lost mark is found again", () -> {
            web.post(PUSH, "");
            return marked(erp, number, "ORDER_ID");
        });

        String filter = Texts.url("customerId==" + customer);
        JsonNode orders = json(web.get(ORDERS + "?count=true&filter=" + filter));
        assertEquals(orders.toString(), 1, orders.path("total").asInt());
        assertEquals(number, orders.at("/items/0/externalId").asText());
        assertEquals("confirmed", orders.at("/items/0/status").asText());
        assertEquals("30.00", orders.at("/items/0/total/amount").asText());
    }

    @Test
    public void theErpsPartnersAreOurCustomers() throws Exception {
        String customer = customer(fresh("伙伴公司"));
        awaitPartner(customer);
        Jdbc erp = erp();
        String tag = web.get(CUSTOMERS + "/" + customer).header("ETag").orElseThrow();
        String renamed = fresh("更名公司");
        assertEquals(
                200,
                web.with("If-Match", tag)
                        .patch(CUSTOMERS + "/" + customer, "{\"name\":\"" + renamed + "\"}")
                        .status());
        assertEquals(204, web.delete(CUSTOMERS + "/" + customer).status());
        Eventually.holds("renamed and archived", () -> partner(erp, customer).equals(renamed + " 1"));
    }

    @Test
    public void theErpCatchesUpWithWhoWasThereBefore() throws Exception {
        String name = fresh("老客户公司");
        String customer = customer(name);
        awaitPartner(customer);
        Jdbc erp = erp();
        erp.update(
                "DELETE FROM ERP_PARTNER WHERE CUSTOMER_ID = ?",
                partner -> partner.setLong(1, Long.parseLong(customer)));

        String run = "/crm/api/platform/v1/jobs/erp-partners/run";
        Eventually.holds("the match is started", () -> web.post(run, "").status() == 202);
        Eventually.holds(
                "an old customer is a partner", () -> partner(erp, customer).equals(name + " 0"));
    }

    @Test
    public void thePeopleOfTheOaAreOurUsersAndSignInByItsPasswords() throws Exception {
        String sync = "/crm/api/platform/v1/identity-providers/oa/sync";
        String number = fresh("N");
        String login = fresh("oa-").toLowerCase(java.util.Locale.ROOT);
        Jdbc oa = new Jdbc(service(DataSource.class, "(osgi.jndi.service.name=crm/oa)"));
        oa.update("INSERT INTO OA_UNIT (CODE, NAME, PARENT) VALUES (?, ?, NULL)", unit -> {
            unit.setString(1, number);
            unit.setString(2, "单位 " + number);
        });
        oa.update(
                "INSERT INTO OA_PERSON (STAFF_NUMBER, LOGIN, NAME, UNIT, JOB, LEFT_US, SECRET)"
                        + " VALUES (?, ?, '李娜', ?, 'seller', 0, ?)",
                person -> {
                    person.setString(1, number);
                    person.setString(2, login);
                    person.setString(3, number);
                    person.setString(4, secret(login, "the OA's own"));
                });
        Eventually.holds(
                "the OA tells its people",
                () -> web.get("/crm/api/platform/v1/identity-providers").body().contains("\"oa\""));

        JsonNode report = json(web.post(sync, ""));
        assertTrue(report.toString(), report.at("/users/created").asInt() >= 1);
        JsonNode user = json(web.get("/crm/api/platform/v1/users?filter=name==" + login))
                .at("/items/0");
        assertEquals("oa", user.path("source").asText());
        assertEquals("李娜", user.path("fullName").asText());
        JsonNode me = json(Web.signedOut().basic(login, "the OA's own").get("/crm/api/platform/v1/me"));
        assertEquals("sales", me.at("/roles/0").asText());
        assertEquals(user.path("departmentId").asText(), me.path("departmentId").asText());
        assertEquals(
                401,
                Web.signedOut()
                        .basic(login, "not the OA's own")
                        .get("/crm/api/platform/v1/me")
                        .status());
        Web.Answer refused = web.with("If-Match", "\"1\"")
                .patch("/crm/api/platform/v1/users/" + user.path("id").asText(), "{\"roles\":[\"administrator\"]}");
        assertEquals(422, refused.status());
        assertTrue(refused.body(), refused.body().contains("kept-elsewhere"));

        oa.update("UPDATE OA_PERSON SET LEFT_US = 1 WHERE STAFF_NUMBER = ?", person -> person.setString(1, number));
        assertEquals(200, web.post(sync, "").status());
        assertEquals(
                401,
                Web.signedOut()
                        .basic(login, "the OA's own")
                        .get("/crm/api/platform/v1/me")
                        .status());
    }

    private static String secret(String login, String password) {
        try {
            byte[] salt = ("oa:" + login).getBytes(java.nio.charset.StandardCharsets.UTF_8);
            javax.crypto.spec.PBEKeySpec key =
                    new javax.crypto.spec.PBEKeySpec(password.toCharArray(), salt, 210_000, 256);
            return java.util.Base64.getEncoder()
                    .encodeToString(javax.crypto.SecretKeyFactory.getInstance("PBKDF2WithHmacSHA256")
                            .generateSecret(key)
                            .getEncoded());
        } catch (java.security.GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    public void peopleSeeItsPageAndItsCard() throws Exception {
        String customer = customer(fresh("浏览器公司"));
        order(customer);
        awaitInbox(customer, 2);

        Chromium.run("extension.mjs", tester);
    }

    private Bundle installed(String example) throws Exception {
        Bundle bundle = context.installBundle(location(example));
        bundle.start();
        return bundle;
    }

    private static String location(String example) {
        return new File(System.getProperty("crm.example." + example)).toURI().toString();
    }

    private static String fresh(String name) {
        return name + UUID.randomUUID().toString().substring(0, 8);
    }

    private String customer(String name) throws Exception {
        Web.Answer answer = web.post(CUSTOMERS, "{\"kind\":\"company\",\"name\":\"" + name + "\"}");
        assertEquals(answer.body(), 201, answer.status());
        return answer.text("id");
    }

    private String order(String customer) throws Exception {
        Web.Answer answer = web.post(
                ORDERS,
                """
                {"customerId":"%s","orderedAt":"2026-03-01T08:30:00Z","currency":"CNY","status":"confirmed",
                 "lines":[{"product":"P-1","quantity":"2","unitPrice":"10.00"}]}"""
                        .formatted(customer));
        assertEquals(answer.body(), 201, answer.status());
        return answer.text("id");
    }

    private JsonNode inbox(String query) throws Exception {
        return json(web.get(INBOX + query));
    }

    private List<String> kinds(String customer) throws Exception {
        List<String> kinds = new ArrayList<>();
        inbox("?sort=-at&customerId=" + customer)
                .path("items")
                .forEach(item -> kinds.add(item.path("kind").asText()));
        return kinds;
    }

    private void awaitInbox(String customer, int announcements) throws Exception {
        Eventually.holds(
                announcements + " announcements of " + customer,
                () -> kinds(customer).size() >= announcements);
    }

    private Jdbc erp() {
        return new Jdbc(service(DataSource.class, "(osgi.jndi.service.name=crm/erp)"));
    }

    private void sell(String number, String customerKey, String product) {
        erp().update(
                        "INSERT INTO ERP_SALE (SALE_NUMBER, CUSTOMER_KEY, SOLD_AT, CURRENCY, PRODUCT, QUANTITY,"
                                + " UNIT_PRICE) VALUES (?, ?, 1772353800000, 'CNY', ?, 3, 10)",
                        sale -> {
                            sale.setString(1, number);
                            sale.setString(2, customerKey);
                            sale.setString(3, product);
                        });
    }

    private static boolean marked(Jdbc erp, String number, String column) {
        String sql = "SELECT 1 FROM ERP_SALE WHERE SALE_NUMBER = ? AND " + column + " IS NOT NULL";
        return erp.first(sql, sale -> sale.setString(1, number), row -> true).isPresent();
    }

    private void awaitPartner(String customer) throws Exception {
        Jdbc erp = erp();
        Eventually.holds("partner " + customer, () -> !partner(erp, customer).isEmpty());
    }

    /** Name and 1 for an archived one; blank where there is none. */
    private static String partner(Jdbc erp, String customer) {
        return erp.first(
                        "SELECT NAME, ARCHIVED FROM ERP_PARTNER WHERE CUSTOMER_ID = ?",
                        partner -> partner.setLong(1, Long.parseLong(customer)),
                        row -> row.getString(1) + " " + row.getInt(2))
                .orElse("");
    }

    private static JsonNode json(Web.Answer answer) throws Exception {
        assertEquals(answer.body(), 200, answer.status());
        return JSON.readTree(answer.body());
    }
}
