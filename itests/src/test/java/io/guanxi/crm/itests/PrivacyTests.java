package io.guanxi.crm.itests;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.guanxi.crm.platform.audit.AuditTrail;
import io.guanxi.crm.platform.audit.Verification;
import io.guanxi.crm.platform.security.Caller;
import io.guanxi.crm.platform.security.Users;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.Before;
import org.junit.Test;

/** A person's data leave as a whole when they ask for them, and are gone without a trace when they are erased. */
public class PrivacyTests extends InCrm {

    private static final String CUSTOMERS = "/crm/api/customer/v1/customers";
    private static final String INTERACTIONS = "/crm/api/contact/v1/interactions";
    private static final String ORDERS = "/crm/api/transaction/v1/orders";
    private static final String PLATFORM = "/crm/api/platform/v1/";
    private static final String ERASURES = PLATFORM + "erasures";
    private static final ObjectMapper JSON = new ObjectMapper();

    // In every text that is told of somebody; in lower case, as keys of names are.
    private final String mark = "zq" + Long.toString(System.nanoTime(), 36);
    private final String other = "xv" + Long.toString(System.nanoTime(), 36);
    private final Set<String> told = new TreeSet<>();

    @SuppressWarnings("NullAway.Init")
    private Web web;

    @Before
    public void signIn() throws Exception {
        web = Tester.of(service(Users.class), Caller.ADMINISTRATOR).web();
        for (String list : List.of(CUSTOMERS, INTERACTIONS, ORDERS, ERASURES)) {
            web.awaitOk(list + "?limit=1");
        }
    }

    @Test
    public void aPersonGetsEverythingAndIsErasedWithoutATrace() throws Exception {
        String field = customField("person");
        String company = created(CUSTOMERS, "{\"kind\":\"company\",\"name\":\"隐私公司\",\"code\":\"P" + other + "\"}");
        String persons = CUSTOMERS + "/" + company + "/persons";
        String phone = "+86 139" + digits(1);
        String formerPhone = "139" + digits(2);

        // made, the same again, and changed
        String body = person(field, "one", formerPhone, false);
        Web keyed = web.with("Idempotency-Key", UUID.randomUUID().toString());
        Web.Answer made = keyed.post(persons, body);
        assertEquals(made.body(), 201, made.status());
        String id = made.text("id");
        assertEquals(made.body(), keyed.post(persons, body).body());
        String person = persons + "/" + id;
        Web.Answer changed = web.with("If-Match", web.get(person).header("ETag").orElseThrow())
                .patch(person, person(field, "two", phone, true));
        assertEquals(changed.body(), 200, changed.status());

        // looked for, listed in a file, kept in a view
        assertEquals(
                200,
                web.with("Accept", "text/csv")
                        .get(persons + "?q=" + mark + "twoname")
                        .status());
        created(
                PLATFORM + "views",
                "{\"list\":\"person\",\"name\":\"" + mark + "twoname\",\"filter\":\"name=='" + mark + "twoname'\"}");

        // in files: one row that changes the person, one that is left out
        String csv = "customerCode,name,phones,emails,occupation\nP" + other + "," + mark + "twoname," + phone + ","
                + mark + "two@example.cn," + told("three") + "\nP" + other + "," + mark
                + "twoname,," + mark + "@@broken,\n";
        ImportRun run = ImportRun.of(web, "type=persons&mode=upsert", csv.getBytes(StandardCharsets.UTF_8));
        assertEquals(run.toString(), 1, run.number("rejected"));
        assertTrue(run.rejects(), run.rejects().contains(mark));

        // at interactions, alone and with somebody else, and in the notes of an order
        String second = created(
                persons,
                "{\"name\":\"" + other + " name\",\"emails\":[\"" + other + "@example.cn\"],\"preferences\":\"" + other
                        + "\"}");
        String alone = created(
                INTERACTIONS, interaction(company, "\"" + id + "\"", told("subject"), told("summary"), told("what")));
        Web.Answer talk = web.get(INTERACTIONS + "/" + alone);
        assertEquals(
                200,
                web.with("If-Match", talk.header("ETag").orElseThrow())
                        .patch(INTERACTIONS + "/" + alone, "{\"result\":\"" + told("result") + "\"}")
                        .status());
        String joint = created(
                INTERACTIONS,
                interaction(
                        company,
                        "\"" + id + "\",\"" + second + "\"",
                        "with " + mark + "twoname",
                        other + " said yes to " + mark + "TWOname",
                        "call " + phone));
        String order = created(ORDERS, order(company, "for " + mark + "twoname"));
        created(
                ORDERS + "/" + order + "/deliveries",
                "{\"at\":\"2026-03-02T00:00:00Z\",\"note\":\"left with " + mark
                        + "twoname\",\"lines\":[{\"line\":1,\"quantity\":\"1\"}]}");

        // P2
        for (String format : List.of("json", "csv")) {
            Web.Answer file = web.get(PLATFORM + "personal-data/person/" + id + "?format=" + format);
            assertEquals(file.body(), 200, file.status());
            Set<String> missing = new TreeSet<>(told);
            missing.removeIf(text -> file.body().contains(text));
            assertEquals(Set.of(), missing);
            assertTrue(file.body().contains("1988-02-03"));
            assertTrue(file.body().contains(phone));
            assertFalse(
                    file.body(),
                    file.body().contains(other + " name") || file.body().contains(other + "@"));
            assertFalse(file.body(), file.body().contains(other + " said"));
        }
        Web.Answer zip = web.get(PLATFORM + "personal-data/person/" + id + "?format=zip");
        assertEquals(200, zip.status());
        assertTrue(zip.body().startsWith("PK"));

        // P1; what is sealed is erased as well
        asAdministrator(() -> service(AuditTrail.class).verify());
        Web.Answer asked = erase("person", id, mark + "twoname asked for it");
        JsonNode done = awaited(asked);
        expectGone(mark, digits(1), digits(2));
        assertEquals(404, web.get(person).status());
        assertFalse(web.get(persons).body().contains(mark));
        assertEquals(200, web.get(persons + "/" + second).status());
        JsonNode left = JSON.readTree(web.get(INTERACTIONS + "/" + joint).body());
        assertTrue(left.toString(), left.path("summary").asText().contains(other + " said yes to"));
        assertEquals("[\"" + second + "\"]", left.path("personIds").toString());
        assertEquals(404, web.get(PLATFORM + "personal-data/person/" + id).status());
        assertTrue(web.get(PLATFORM + "personal-data/person/" + id).body().contains("urn:guanxi-crm:problem:erased"));
        assertEquals(409, erase("person", id, "again").status());
        Web.Answer again = keyed.post(persons, body);
        assertEquals("sent again, it is not done again", 201, again.status());
        assertEquals("", again.body());
        expectCertificate(done);
        expectAudit(id);
    }

    private void expectCertificate(JsonNode erasure) throws Exception {
        String path = ERASURES + "/" + erasure.path("id").asText() + "/certificate";
        Web.Answer certificate = web.get(path);
        assertEquals(200, certificate.status());
        byte[] digest =
                MessageDigest.getInstance("SHA-256").digest(certificate.body().getBytes(StandardCharsets.UTF_8));
        assertEquals(HexFormat.of().formatHex(digest), erasure.path("hash").asText());
        List<String> sources = new ArrayList<>();
        JSON.readTree(certificate.body()).path("parts").forEach(part -> {
            assertEquals("done", part.path("state").asText());
            sources.add(part.path("source").asText());
        });
        assertTrue(
                sources.toString(),
                sources.containsAll(List.of(
                        "customer",
                        "contact",
                        "transaction",
                        "history",
                        "events",
                        "idempotency",
                        "imports",
                        "views",
                        "jobs")));
        assertEquals("customer", sources.get(0));
    }

    private void expectAudit(String id) throws Exception {
        String trail = web.get(PLATFORM + "audit?filter=recordType==person;recordId==" + id)
                .body();
        assertTrue(trail, trail.contains("\"kind\":\"erased\""));
        assertTrue(trail, trail.contains("\"kind\":\"exported\""));
        assertTrue(trail, trail.contains("certificate"));
        Verification checked = asAdministrator(() -> service(AuditTrail.class).verify());
        assertEquals(List.of(), checked.findings());
        assertTrue(checked.toString(), checked.erased() > 0);
    }

    @Test
    public void aCustomerThatIsAPersonGoesOnAsANumber() throws Exception {
        String field = customField("customer");
        String customer = created(
                CUSTOMERS,
                "{\"kind\":\"person\",\"name\":\"" + told("name") + "\",\"code\":\"" + told("code")
                        + "\",\"externalId\":\"" + told("ext") + "\",\"shortName\":\"" + told("short")
                        + "\",\"industry\":\"" + told("industry") + "\",\"source\":\"" + told("source")
                        + "\",\"size\":\"" + told("size") + "\",\"registrationNumber\":\"" + told("registration")
                        + "\",\"webSite\":\"https://" + told("site") + ".cn\",\"phones\":[\"138" + digits(3)
                        + "\"],\"emails\":[\"" + told("mail") + "@example.cn\"],\"addresses\":[{\"type\":\"home\","
                        + "\"region\":\"" + told("region") + "\",\"city\":\"" + told("city") + "\",\"district\":\""
                        + told("district") + "\",\"street\":\"" + told("street")
                        + "\"}],\"bankAccounts\":[{\"bank\":\"" + told("bank") + "\",\"number\":\"62220" + digits(4)
                        + "\"}],\"sex\":\"female\",\"birthday\":{\"date\":\"1988-02-03\"},\"position\":\""
                        + told("position") + "\",\"education\":\"" + told("education") + "\",\"occupation\":\""
                        + told("occupation") + "\",\"preferences\":\"" + told("preferences") + "\",\"custom\":{\""
                        + field + "\":\"" + told("custom") + "\"}}");
        created(CUSTOMERS + "/" + customer + "/persons", "{\"name\":\"" + mark + "wife\"}");
        created(INTERACTIONS, interaction(customer, "", told("subject"), told("summary"), told("what")));
        String order = created(ORDERS, order(customer, "a book"));
        created(
                ORDERS + "/" + order + "/payments",
                "{\"at\":\"2026-03-02T00:00:00Z\",\"amount\":{\"amount\":\"1.00\",\"currency\":\"CNY\"},"
                        + "\"method\":\"cash\",\"note\":\"" + told("note") + "\"}");

        Web.Answer file = web.get(PLATFORM + "personal-data/customer/" + customer + "?format=csv");
        assertEquals(file.body(), 200, file.status());
        Set<String> missing = new TreeSet<>(told);
        missing.removeIf(text -> file.body().contains(text));
        assertEquals(Set.of(), missing);
        assertFalse("somebody else", file.body().contains(mark + "wife"));

        JsonNode done = awaited(erase("customer", customer, "she asked for it"));
        expectGone(mark, digits(3), digits(4));
        assertTrue(done.toString(), done.toString().contains("\"deed\":\"kept\",\"what\":\"order\""));
        JsonNode kept = JSON.readTree(web.get(ORDERS + "/" + order).body());
        assertEquals(customer, kept.path("customerId").asText());
        assertEquals("1.00", kept.at("/payments/0/amount/amount").asText("1.00"));
        JsonNode shell = JSON.readTree(web.get(CUSTOMERS + "/" + customer).body());
        assertEquals("ERASED-" + customer, shell.path("code").asText());
        assertTrue(shell.toString(), shell.has("archivedAt"));
    }

    @Test
    public void whoMayNotOrAsksForNonsenseIsToldSo() throws Exception {
        String company = created(CUSTOMERS, "{\"kind\":\"company\",\"name\":\"隐私公司二\"}");
        String id = created(CUSTOMERS + "/" + company + "/persons", "{\"name\":\"" + other + "\"}");
        String file = PLATFORM + "personal-data/person/" + id;
        String erasure =
                "{\"subject\":{\"type\":\"person\",\"id\":\"" + id + "\"},\"reason\":\"r\",\"confirm\":\"" + id + "\"}";

        expect(404, web.get(PLATFORM + "personal-data/person/999999999"));
        expect(404, web.get(PLATFORM + "personal-data/ghost/1"));
        expect(404, web.get(PLATFORM + "personal-data/person/x"));
        expect(400, web.get(file + "?format=pdf"));
        expect(422, web.get(PLATFORM + "personal-data/customer/" + company));
        expect(422, web.post(ERASURES, "{}"));
        expect(422, web.post(ERASURES, erasure.replace("\"reason\":\"r\"", "\"reason\":\" \"")));
        expect(422, web.post(ERASURES, erasure.replace("\"confirm\":\"" + id, "\"confirm\":\"7")));
        expect(
                400,
                web.post(
                        ERASURES,
                        erasure.replace("\"id\":\"" + id + "\"", "\"id\":\"x\"")
                                .replace("\"confirm\":\"" + id + "\"", "\"confirm\":\"x\"")));
        expect(404, web.post(ERASURES, erasure.replace("\"" + id + "\"", "\"999999999\"")));
        expect(404, web.get(ERASURES + "/999999999"));
        expect(404, web.get(ERASURES + "/999999999/certificate"));

        Web manager = Tester.of(service(Users.class), "manager").web();
        expect(403, manager.get(file));
        expect(403, manager.post(ERASURES, erasure));
        expect(403, manager.post(ERASURES, "{}"));
        expect(403, manager.get(ERASURES));

        // the right, but not the reach
        String role = "privacy-" + other;
        created(
                PLATFORM + "roles",
                "{\"code\":\"" + role + "\",\"label\":{\"en\":\"P\",\"zh\":\"P\"},\"reach\":\"own\",\"grants\":{"
                        + "\"privacy\":[\"read\",\"export\",\"archive\"],\"person\":[\"read\",\"archive\"],"
                        + "\"customer\":[\"read\",\"archive\"]}}");
        Tester officer = Tester.of(service(Users.class), role);
        String owner = JSON.readTree(
                        web.get(PLATFORM + "colleagues?q=tester-sales&limit=1").body())
                .at("/items/0/id")
                .asText();
        Tester.of(service(Users.class), "sales");
        if (owner.isEmpty()) {
            owner = JSON.readTree(web.get(PLATFORM + "colleagues?q=tester-sales&limit=1")
                            .body())
                    .at("/items/0/id")
                    .asText();
        }
        expect(200, officer.web().get(file)); // in the pool, where everybody sees it
        expect(200, web.post(CUSTOMERS + "/" + company + "/transfer", "{\"ownerId\":\"" + owner + "\"}"));
        expect(404, officer.web().get(file));
        expect(404, officer.web().post(ERASURES, erasure));
        assertTrue(officer.web().get(ERASURES).body().contains("\"items\":[]"));
    }

    private static void expect(int status, Web.Answer answer) {
        assertEquals(answer.body(), status, answer.status());
    }

    private String person(String field, String stage, String phone, boolean last) {
        // what is told last is what is known today
        java.util.function.UnaryOperator<String> text = name -> last ? told(stage + name) : mark + stage + name;
        return "{\"name\":\"" + text.apply("name") + "\",\"role\":\"" + text.apply("role") + "\",\"phones\":[\"" + phone
                + "\"],\"emails\":[\"" + text.apply("") + "@example.cn\"],\"sex\":\"male\",\"birthday\":"
                + "{\"date\":\"1988-02-03\",\"calendar\":\"lunar\"},\"position\":\"" + text.apply("position")
                + "\",\"education\":\"" + text.apply("education") + "\",\"occupation\":\"" + text.apply("occupation")
                + "\",\"preferences\":\"" + text.apply("preferences") + "\",\"custom\":{\"" + field + "\":\""
                + text.apply("custom") + "\"}}";
    }

    private String told(String name) {
        told.add(mark + name);
        return mark + name;
    }

    // Eight digits of their own for each number.
    private String digits(int which) {
        return String.format("%d%07d", which, Math.floorMod(mark.hashCode(), 10_000_000));
    }

    private String customField(String type) throws Exception {
        String code = "f" + other;
        created(
                PLATFORM + "fields",
                "{\"type\":\"" + type + "\",\"code\":\"" + code
                        + "\",\"fieldType\":\"text\",\"label\":{\"en\":\"Nick\","
                        + "\"zh\":\"昵称\"},\"personal\":true,\"unique\":true,\"indexed\":true}");
        return code;
    }

    private static String interaction(String customer, String persons, String subject, String summary, String what) {
        return "{\"customerId\":\"" + customer + "\",\"personIds\":[" + persons
                + "],\"channel\":\"call\",\"direction\":\"in\",\"at\":\"2026-03-01T08:30:00Z\",\"subject\":\"" + subject
                + "\",\"summary\":\"" + summary + "\",\"nextStep\":{\"at\":\"2026-03-08\",\"what\":\"" + what + "\"}}";
    }

    private static String order(String customer, String description) {
        return "{\"customerId\":\"" + customer + "\",\"orderedAt\":\"2026-03-01T08:30:00Z\",\"currency\":\"CNY\","
                + "\"status\":\"confirmed\",\"lines\":[{\"product\":\"P-1\",\"description\":\"" + description
                + "\",\"quantity\":\"2\",\"unitPrice\":\"10.00\"}]}";
    }

    private String created(String path, String body) throws Exception {
        Web.Answer answer = web.post(path, body);
        assertEquals(path + " " + answer.body(), 201, answer.status());
        return answer.text("id");
    }

    private Web.Answer erase(String type, String id, String reason) throws Exception {
        return web.post(
                ERASURES,
                "{\"subject\":{\"type\":\"" + type + "\",\"id\":\"" + id + "\"},\"confirm\":\"" + id
                        + "\",\"reason\":\"" + reason + "\"}");
    }

    private JsonNode awaited(Web.Answer asked) throws Exception {
        assertEquals(asked.body(), 202, asked.status());
        String path = ERASURES + "/" + asked.text("id");
        Eventually.holds(path + " is done", () -> web.get(path).body().contains("\"state\":\"done\",\"reason\""));
        return JSON.readTree(web.get(path).body());
    }

    private void expectGone(String... texts) throws Exception {
        DataSource database = service(DataSource.class, "(osgi.jndi.service.name=crm/customer)");
        assertEquals(List.of(), Leftovers.inTables(database, List.of(texts)));
        for (String property : List.of("karaf.data", "karaf.log", "crm.data")) {
            Optional<Path> folder =
                    Optional.ofNullable(System.getProperty(property)).map(Path::of);
            if (folder.filter(java.nio.file.Files::isDirectory).isPresent()) {
                assertEquals(List.of(), Leftovers.inFiles(folder.get(), List.of(texts)));
            }
        }
    }
}
