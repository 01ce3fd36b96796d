package io.guanxi.crm.itests;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.guanxi.crm.platform.security.Caller;
import io.guanxi.crm.platform.security.Users;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.Before;
import org.junit.Test;

/** Whoever signs in, looks, changes or takes away is in the audit trail, and the trail can be checked. */
public class AuditTests extends InCrm {

    private static final String CUSTOMERS = "/crm/api/customer/v1/customers";
    private static final String PLATFORM = "/crm/api/platform/v1/";
    private static final String AUDIT = PLATFORM + "audit";
    private static final ObjectMapper JSON = new ObjectMapper();

    @SuppressWarnings("NullAway.Init")
    private Tester tester;

    @SuppressWarnings("NullAway.Init")
    private Web web;

    @Before
    public void signIn() throws Exception {
        tester = Tester.of(service(Users.class), Caller.ADMINISTRATOR);
        web = tester.web();
        web.awaitOk(CUSTOMERS + "?limit=1");
        web.awaitOk(AUDIT + "?limit=1");
    }

    @Test
    public void tellsOfSigningInAndOutAndOfRefusals() throws Exception {
        Web.Answer in = Web.signedOut().post(PLATFORM + "session", credentials(tester.password()));
        assertEquals(in.body(), 200, in.status());
        Web.Answer refused = Web.signedOut().post(PLATFORM + "session", credentials("not the one"));
        assertEquals(401, refused.status());
        String cookie = in.response().headers().allValues("Set-Cookie").stream()
                .map(line -> line.split(";", 2)[0])
                .filter(line -> line.startsWith("crm-session="))
                .findFirst()
                .orElseThrow();
        assertEquals(
                204,
                Web.signedOut()
                        .with("Cookie", cookie)
                        .delete(PLATFORM + "session")
                        .status());

        for (String kind : List.of("signed-in", "sign-in-refused", "signed-out")) {
            JsonNode act = entries("by==" + tester.name() + ";kind==" + kind).get(0);
            assertEquals(kind, act.path("kind").asText());
            assertEquals("127.0.0.1", act.path("address").asText());
        }
    }

    @Test
    public void tellsOfAReadAChangeAndAnExport() throws Exception {
        String name = "审计公司 " + UUID.randomUUID();
        String id = web.post(CUSTOMERS, "{\"kind\":\"company\",\"name\":\"" + name + "\"}")
                .text("id");
        Web.Answer read = web.get(CUSTOMERS + "/" + id);
        assertEquals(200, read.status());
        Web.Answer changed = web.with("If-Match", read.header("ETag").orElseThrow())
                .patch(CUSTOMERS + "/" + id, "{\"name\":\"" + name + " 2\"}");
        assertEquals(changed.body(), 200, changed.status());
        String query = "?q=" + encoded(name);
        assertEquals(200, web.get(CUSTOMERS + query).status());
        Web.Answer file = web.with("Accept", "text/csv").get(CUSTOMERS + query);
        assertEquals(200, file.status());
        assertTrue(file.body(), file.body().contains(name));

        assertEquals(List.of("changed", "created", "read"), kinds("recordType==customer;recordId==" + id));
        JsonNode change = entries("recordType==customer;recordId==" + id + ";kind==changed")
                .get(0);
        assertEquals("127.0.0.1", change.path("address").asText());
        JsonNode field = change.path("fields").get(0);
        assertEquals("name", field.path("field").asText());
        assertEquals(name, field.path("before").asText());
        assertEquals(name + " 2", field.path("after").asText());
        String mine = "by==" + tester.name() + ";";
        JsonNode exported =
                entries(mine + "kind==exported;recordType==customers").get(0);
        assertEquals("1", exported.path("detail").path("rows").asText());
        JsonNode begun =
                entries(mine + "kind==export-begun;recordType==customers").get(0);
        assertTrue(begun.toString(), begun.path("detail").path("query").asText().contains(name));
        assertEquals(
                1,
                entries(mine + "kind==listed;recordType==customer")
                        .get(0)
                        .path("detail")
                        .path("rows")
                        .asInt());
    }

    @Test
    public void tellsWhoWasGivenWhat() throws Exception {
        String name = "audited" + Long.toString(System.nanoTime(), 36);
        String id = web.post(
                        PLATFORM + "users",
                        "{\"name\":\"" + name + "\",\"roles\":[\"sales\"],\"password\":\"correct horse battery\"}")
                .text("id");
        Web.Answer read = web.get(PLATFORM + "users/" + id);
        Web.Answer changed = web.with("If-Match", read.header("ETag").orElseThrow())
                .patch(PLATFORM + "users/" + id, "{\"roles\":[\"manager\"]}");
        assertEquals(changed.body(), 200, changed.status());

        JsonNode change =
                entries("recordType==user;recordId==" + id + ";kind==changed").get(0);
        assertEquals(tester.name(), change.path("by").asText());
        assertEquals("roles", change.path("fields").get(0).path("field").asText());
        assertEquals("sales", change.path("fields").get(0).path("before").get(0).asText());
        assertEquals(
                "manager", change.path("fields").get(0).path("after").get(0).asText());
        assertFalse(entries("recordType==user;recordId==" + id).toString().contains("correct horse"));
    }

    @Test
    public void canBeChecked() throws Exception {
        web.post(CUSTOMERS, "{\"kind\":\"company\",\"name\":\"封存公司\"}");
        Web.Answer answer = web.post(AUDIT + "/verify", "{}");

        assertEquals(answer.body(), 202, answer.status());
        String check = AUDIT + "/checks/" + answer.text("id");
        assertTrue(answer.header("Location").orElseThrow().endsWith(check));
        JsonNode done = over(check);
        assertEquals(done.toString(), "DONE", done.path("state").asText());
        assertEquals(tester.name(), done.path("startedBy").asText());
        JsonNode result = done.path("result");
        assertTrue(done.toString(), result.path("untouched").asBoolean());
        assertTrue(done.toString(), result.path("entries").asLong() > 0);
        assertTrue(done.toString(), result.path("anchors").asLong() > 0);
        JsonNode last = JSON.readTree(web.get(AUDIT + "/checks?limit=1").body());
        assertEquals(answer.text("id"), last.path("items").get(0).path("id").asText());
        JsonNode chain = JSON.readTree(web.get(AUDIT + "/chain").body());
        assertTrue(chain.toString(), chain.path("head").path("number").asLong() > 0);
        Console console = new Console(context);
        String checked = console.run("crm:audit-verify");
        assertTrue(checked, checked.contains("The audit trail is untouched."));
        String shown = console.run("crm:audit --limit 5 kind==created");
        assertTrue(shown, shown.contains("created"));
    }

    @Test
    public void isTakenAwayAsAFile() throws Exception {
        String name = "=HYPERLINK(\"x\") " + UUID.randomUUID();
        String id = web.post(CUSTOMERS, "{\"kind\":\"company\",\"name\":" + JSON.writeValueAsString(name) + "}")
                .text("id");
        Web.Answer read = web.get(CUSTOMERS + "/" + id);
        Web.Answer changed = web.with("If-Match", read.header("ETag").orElseThrow())
                .patch(CUSTOMERS + "/" + id, "{\"shortName\":\"=1+1\",\"industry\":\"I\"}");
        assertEquals(changed.body(), 200, changed.status());
        String query = "?header=code&filter=" + encoded("recordType==customer;recordId==" + id + ";kind==changed");

        Web.Answer file = web.with("Accept", "text/csv").get(AUDIT + query);
        assertEquals(file.body(), 200, file.status());
        List<String> lines = file.body().lines().toList();
        assertEquals(
                "\ufeffid,at,by,address,kind,recordType,recordId,field,before,after,detail,position", lines.get(0));
        assertEquals(file.body(), 3, lines.size());
        assertTrue(file.body(), file.body().contains("," + tester.name() + ",127.0.0.1,changed,customer," + id + ","));
        assertTrue(file.body(), file.body().contains("shortName"));
        Web.Answer lined = web.with("Accept", "application/x-ndjson").get(AUDIT + query);
        assertEquals(lined.body(), 2, lined.body().lines().count());
        JsonNode first = JSON.readTree(lined.body().lines().findFirst().orElseThrow());
        assertEquals("changed", first.path("kind").asText());

        JsonNode exported = entries("by==" + tester.name() + ";kind==exported;recordType==audit")
                .get(0);
        assertEquals("2", exported.path("detail").path("rows").asText());
        Web auditor = Tester.of(service(Users.class), "auditor").web();
        assertEquals(200, auditor.with("Accept", "text/csv").get(AUDIT + query).status());
        Web salesman = Tester.of(service(Users.class), "sales").web();
        assertEquals(403, salesman.with("Accept", "text/csv").get(AUDIT + query).status());
    }

    @Test
    public void isForAdministratorsAndAuditorsAlone() throws Exception {
        Web auditor = Tester.of(service(Users.class), "auditor").web();
        assertEquals(200, auditor.get(AUDIT).status());
        Web.Answer started = auditor.post(AUDIT + "/verify", "{}");
        assertEquals(started.body(), 202, started.status());
        String check = AUDIT + "/checks/" + started.text("id");
        assertTrue(over(check).has("finishedAt"));
        Web salesman = Tester.of(service(Users.class), "sales").web();
        assertEquals(403, salesman.get(AUDIT).status());
        assertEquals(403, salesman.get(AUDIT + "/chain").status());
        assertEquals(403, salesman.post(AUDIT + "/verify", "{}").status());
        assertEquals(403, salesman.get(AUDIT + "/checks").status());
        assertEquals(403, salesman.get(check).status());
        assertEquals(403, salesman.delete(check).status());
    }

    private JsonNode over(String check) throws Exception {
        Eventually.holds(
                "the check is over", () -> JSON.readTree(web.get(check).body()).has("finishedAt"));
        return JSON.readTree(web.get(check).body());
    }

    private String credentials(String password) {
        return "{\"user\":\"" + tester.name() + "\",\"password\":\"" + password + "\"}";
    }

    private List<String> kinds(String filter) throws Exception {
        List<String> kinds = new ArrayList<>();
        entries(filter).forEach(entry -> kinds.add(entry.path("kind").asText()));
        kinds.sort(null);
        return kinds;
    }

    /** At least one, newest first. */
    private JsonNode entries(String filter) throws Exception {
        Web.Answer answer = web.get(AUDIT + "?filter=" + encoded(filter));
        assertEquals(answer.body(), 200, answer.status());
        JsonNode items = JSON.readTree(answer.body()).path("items");
        assertTrue("nothing with " + filter, items.size() > 0);
        return items;
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
