package io.guanxi.crm.itests;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertNotEquals;
import static org.junit.Assert.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.guanxi.crm.platform.security.Caller;
import io.guanxi.crm.platform.security.Users;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.Before;
import org.junit.Test;

/** The wire contract, over real HTTP. */
public class RestTests extends InCrm {

    private static final String CUSTOMERS = "/crm/api/customer/v1/customers";
    private static final String ORDERS = "/crm/api/transaction/v1/orders";
    private static final ObjectMapper JSON = new ObjectMapper();

    @SuppressWarnings("NullAway.Init")
    private Web web;

    @Before
    public void signIn() throws Exception {
        web = Tester.of(service(Users.class), Caller.ADMINISTRATOR).web();
        for (String module : List.of("customer/v1/customers", "contact/v1/interactions", "transaction/v1/orders")) {
            web.awaitOk("/crm/api/" + module + "?limit=1");
        }
    }

    @Test
    public void everyModuleWantsToKnowWhoCalls() throws Exception {
        for (String path : List.of(
                CUSTOMERS,
                ORDERS,
                "/crm/api/contact/v1/interactions",
                "/crm/api/segmentation/v1/rfm",
                "/crm/api/reporting/v1/reports",
                "/crm/api/platform/v1/me",
                "/crm/api/platform/v1/imports")) {
            Web.Answer answer = Web.signedOut().get(path);
            assertEquals(path, 401, answer.status());
            assertEquals("application/problem+json", type(answer));
        }
    }

    @Test
    public void aSessionNeedsItsTokenForWrites() throws Exception {
        Tester tester = Tester.of(service(Users.class), Caller.ADMINISTRATOR);
        Web.Answer opened = Web.signedOut()
                .post(
                        "/crm/api/platform/v1/session",
                        "{\"user\":\"" + tester.name() + "\",\"password\":\"" + tester.password() + "\"}");
        assertEquals(opened.body(), 200, opened.status());
        List<String> cookies = opened.response().headers().allValues("Set-Cookie");
        String session = cookie(cookies, "crm-session");
        String csrf = cookie(cookies, "crm-csrf");
        assertTrue(
                cookies.toString(),
                cookies.stream().anyMatch(c -> c.startsWith("crm-session") && c.contains("HttpOnly")));
        Web browser = Web.signedOut().with("Cookie", session + "; " + csrf);

        assertEquals(200, browser.get("/crm/api/platform/v1/me").status());
        assertEquals(
                403,
                browser.post(CUSTOMERS, "{\"kind\":\"company\",\"name\":\"x\"}").status());
        String token = csrf.substring(csrf.indexOf('=') + 1);
        Web careful = browser.with("X-CSRF-Token", token);
        assertEquals(
                201,
                careful.post(CUSTOMERS, "{\"kind\":\"company\",\"name\":\"令牌公司\"}")
                        .status());
        assertEquals(204, careful.delete("/crm/api/platform/v1/session").status());
        assertEquals(401, browser.get("/crm/api/platform/v1/me").status());
    }

    @Test
    public void aCustomerLivesItsLife() throws Exception {
        Web.Answer created = web.post(
                CUSTOMERS,
                """
                {"kind":"company","externalId":"ERP-77","name":"上海启程星舰有限公司","shortName":"星辰科技",
                 "stage":"customer","phones":["021-6868 0101"],"emails":["info@example.cn"],
                 "addresses":[{"type":"office","country":"CN","city":"上海","street":"世纪大道 1 号"}],
                 "bankAccounts":[{"bank":"中国银行","number":"6222000000000000"}]}""");
        assertEquals(created.body(), 201, created.status());
        String one = created.header("Location").orElseThrow();
        String path = one.substring(one.indexOf("/crm/"));
        String tag = created.header("ETag").orElseThrow();

        Web.Answer read = web.get(path);
        assertEquals(tag, read.header("ETag").orElseThrow());
        assertEquals("星辰科技", json(read).get("shortName").asText());

        assertEquals(428, web.patch(path, "{\"shortName\":\"星辰\"}").status());
        Web.Answer changed = web.with("If-Match", tag).patch(path, "{\"shortName\":\"星辰\",\"emails\":null}");
        assertEquals(changed.body(), 200, changed.status());
        assertEquals("星辰", json(changed).get("shortName").asText());
        assertFalse(changed.body(), json(changed).path("emails").elements().hasNext());
        assertEquals(
                412,
                web.with("If-Match", tag).patch(path, "{\"shortName\":\"x\"}").status());

        assertEquals(
                409,
                web.post(CUSTOMERS, "{\"kind\":\"company\",\"name\":\"y\",\"externalId\":\"ERP-77\"}")
                        .status());
        assertTrue(web.get(CUSTOMERS + "?q=" + Texts.url("上海启程星舰")).body().contains("上海启程星舰有限公司"));
        assertTrue(web.get(CUSTOMERS + "?q=02168680").body().contains("上海启程星舰有限公司"));

        assertEquals(204, web.delete(path).status());
        assertFalse(web.get(CUSTOMERS + "?q=" + Texts.url("上海启程星舰")).body().contains("上海启程星舰有限公司"));
        assertEquals(2, web.post(path + "/restore", "").status() / 100);
        assertTrue(web.get(CUSTOMERS + "?q=" + Texts.url("上海启程星舰")).body().contains("上海启程星舰有限公司"));
    }

    @Test
    public void pagesMeetEveryCustomerOnce() throws Exception {
        for (int i = 0; i < 25; i++) {
            assertEquals(
                    201,
                    web.post(CUSTOMERS, "{\"kind\":\"company\",\"name\":\"分页公司" + i % 3 + "\"}")
                            .status());
        }
        Set<String> seen = new HashSet<>();
        String next = "";
        int pages = 0;
        do {
            Web.Answer page = web.get(CUSTOMERS + "?q=" + Texts.url("分页公司") + "&limit=10&sort=-name" + next);
            assertEquals(page.body(), 200, page.status());
            for (JsonNode item : json(page).get("items")) {
                assertTrue("twice: " + item, seen.add(item.get("id").asText()));
            }
            JsonNode cursor = json(page).get("next");
            next = cursor == null ? "" : "&after=" + Texts.url(cursor.asText());
            pages++;
        } while (!next.isEmpty());
        assertEquals(25, seen.size());
        assertEquals(3, pages);
        assertEquals(400, web.get(CUSTOMERS + "?after=forged").status());
        assertEquals(400, web.get(CUSTOMERS + "?limit=201").status());
    }

    @Test
    public void anOrderKeepsTheFactsOfItsCustomer() throws Exception {
        String customer = json(web.post(CUSTOMERS, "{\"kind\":\"company\",\"name\":\"账本公司\"}"))
                .get("id")
                .asText();
        Web.Answer placed = web.post(
                ORDERS,
                "{\"customerId\":\"" + customer + "\",\"orderedAt\":\"2026-03-01T08:30:00Z\",\"currency\":\"CNY\","
                        + "\"status\":\"draft\",\"lines\":[{\"product\":\"P-1\",\"quantity\":\"2.000\",\"unitPrice\":\"10.00\","
                        + "\"discount\":\"0.50\"}]}");
        assertEquals(placed.body(), 201, placed.status());
        assertEquals("19.50", json(placed).get("total").get("amount").asText());
        String facts = "/crm/api/transaction/v1/customers/" + customer + "/facts";
        assertEquals(0, json(web.get(facts)).get("facts").size());

        String path = ORDERS + "/" + json(placed).get("id").asText();
        Web.Answer confirmed =
                web.with("If-Match", placed.header("ETag").orElseThrow()).patch(path, "{\"status\":\"confirmed\"}");
        assertEquals(confirmed.body(), 200, confirmed.status());
        JsonNode fact = json(web.get(facts)).get("facts").get(0);
        assertEquals(1, fact.get("orders").asInt());
        assertEquals("19.50", fact.get("total").get("amount").asText());

        Web.Answer cancelled =
                web.with("If-Match", confirmed.header("ETag").orElseThrow()).patch(path, "{\"status\":\"cancelled\"}");
        assertEquals(cancelled.body(), 200, cancelled.status());
        assertEquals(0, json(web.get(facts)).get("facts").size());
    }

    @Test
    public void errorsNameTheFieldInTheCallersLanguage() throws Exception {
        Web.Answer chinese = web.with("Accept-Language", "zh-CN")
                .post(CUSTOMERS, "{\"kind\":\"company\",\"name\":\"x\",\"emails\":[\"not an address\"]}");
        assertEquals(422, chinese.status());
        JsonNode error = json(chinese).get("errors").get(0);
        assertEquals("emails[0]", error.get("field").asText());
        Web.Answer english = web.with("Accept-Language", "en")
                .post(CUSTOMERS, "{\"kind\":\"company\",\"name\":\"x\",\"emails\":[\"not an address\"]}");
        assertNotEquals(
                error.get("message").asText(),
                json(english).get("errors").get(0).get("message").asText());
    }

    @Test
    public void refusesWhatIsMalformed() throws Exception {
        for (String body : List.of(
                "",
                "{",
                "[]",
                "{\"kind\":\"company\"}",
                "{\"kind\":\"planet\",\"name\":\"x\"}",
                "{\"kind\":\"company\",\"name\":\"x\",\"colour\":\"red\"}",
                "{\"kind\":\"company\",\"name\":\"x\",\"id\":\"7\"}",
                "{\"kind\":\"company\",\"name\":\"x\\u0000y\"}",
                "{\"kind\":\"company\",\"name\":\"" + "长".repeat(2000) + "\"}")) {
            Web.Answer answer = web.post(CUSTOMERS, body);
            assertEquals(body + answer.body(), 4, answer.status() / 100);
            assertEquals("application/problem+json", type(answer));
            assertFalse(
                    answer.body(),
                    answer.body().contains("Exception") || answer.body().contains("io.guanxi"));
        }
        assertEquals(404, web.get(CUSTOMERS + "/999999999").status());
        assertEquals(404, web.get("/crm/api/customer/v1/nothing").status());
        assertEquals(415, web.upload(CUSTOMERS, new byte[] {1}).status());
    }

    @Test
    public void interactionsComeNewestFirst() throws Exception {
        String customer = json(web.post(CUSTOMERS, "{\"kind\":\"company\",\"name\":\"联系公司\"}"))
                .get("id")
                .asText();
        for (int day = 1; day <= 3; day++) {
            Web.Answer answer = web.post(
                    "/crm/api/contact/v1/interactions",
                    "{\"customerId\":\"" + customer + "\",\"channel\":\"call\",\"direction\":\"out\",\"at\":\"2026-03-0"
                            + day
                            + "T08:30:00Z\",\"subject\":\"day " + day
                            + "\",\"nextStep\":{\"at\":\"2026-03-08\",\"what\":\"报价\"}}");
            assertEquals(answer.body(), 201, answer.status());
        }
        JsonNode items = json(web.get("/crm/api/contact/v1/interactions?customerId=" + customer))
                .get("items");
        assertEquals("day 3", items.get(0).get("subject").asText());
        assertEquals("day 1", items.get(2).get("subject").asText());
        assertEquals("报价", items.get(0).get("nextStep").get("what").asText());
    }

    @Test
    public void theOpenApiDocumentKnowsEveryModule() throws Exception {
        JsonNode document = json(web.get("/crm/api/openapi.json"));
        Set<String> paths = new HashSet<>();
        document.get("paths").fieldNames().forEachRemaining(paths::add);
        for (String path : List.of(
                CUSTOMERS,
                CUSTOMERS + "/{id}",
                ORDERS,
                "/crm/api/contact/v1/interactions",
                "/crm/api/segmentation/v1/rfm",
                "/crm/api/platform/v1/imports")) {
            assertTrue(path + " in " + paths, paths.contains(path));
        }
    }

    @Test
    public void viewersReadAndNothingElse() throws Exception {
        Web viewer = Tester.of(service(Users.class), "auditor").web();
        assertEquals(200, viewer.get(CUSTOMERS).status());
        assertEquals(
                403,
                viewer.post(CUSTOMERS, "{\"kind\":\"company\",\"name\":\"x\"}").status());
        assertEquals(
                403,
                viewer.upload(
                                "/crm/api/platform/v1/imports?type=customers",
                                "name\nx\n".getBytes(java.nio.charset.StandardCharsets.UTF_8))
                        .status());
    }

    private static String cookie(List<String> cookies, String name) {
        return cookies.stream()
                .filter(cookie -> cookie.startsWith(name + "="))
                .map(cookie -> cookie.substring(0, cookie.indexOf(';')))
                .findFirst()
                .orElseThrow();
    }

    private static String type(Web.Answer answer) {
        String type = answer.header("Content-Type").orElse("");
        return type.contains(";") ? type.substring(0, type.indexOf(';')) : type;
    }

    private static JsonNode json(Web.Answer answer) throws Exception {
        return JSON.readTree(answer.body());
    }
}
