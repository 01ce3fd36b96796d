package io.guanxi.crm.itests;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.guanxi.crm.platform.security.Caller;
import io.guanxi.crm.platform.security.Users;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.After;
import org.junit.Before;
import org.junit.Test;

/** Fields that a role is kept from, through everything that shows, finds, writes or exports records. */
public class FieldRightsTests extends InCrm {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String API = "/crm/api/";
    private static final String CUSTOMERS = API + "customer/v1/customers";
    private static final String PASSWORD = "correct horse battery staple";

    private final String unique = UUID.randomUUID().toString().substring(0, 8);
    private final String custom = "secret" + unique;

    @SuppressWarnings("NullAway.Init")
    private Web administrator;

    @SuppressWarnings("NullAway.Init")
    private Web limited;

    private String field = "";
    private String customer = "";
    private String person = "";

    @Before
    public void settle() throws Exception {
        administrator = Tester.of(service(Users.class), Caller.ADMINISTRATOR).web();
        administrator.awaitOk(CUSTOMERS + "?limit=1");
        field = made(
                API + "platform/v1/fields",
                "{\"type\":\"customer\",\"code\":\"" + custom + "\",\"fieldType\":\"text\",\"personal\":true,"
                        + "\"indexed\":true,\"label\":{\"en\":\"Secret\",\"zh\":\"秘密\"}}");
        made(
                API + "platform/v1/roles",
                "{\"code\":\"limited-" + unique + "\",\"label\":{\"en\":\"Limited\",\"zh\":\"受限\"},\"reach\":\"all\","
                        + "\"grants\":{\"customer\":[\"read\",\"create\",\"update\",\"export\",\"import\",\"bulk\"],"
                        + "\"person\":[\"read\",\"update\",\"export\"],\"field\":[\"read\"]},"
                        + "\"fields\":{\"customer\":{\"personal\":\"none\",\"emails\":\"mask\",\"industry\":\"read\"},"
                        + "\"person\":{\"personal\":\"none\",\"phones\":\"mask\"}}}");
        made(
                API + "platform/v1/users",
                "{\"name\":\"limited-" + unique + "\",\"password\":\"" + PASSWORD + "\",\"roles\":[\"limited-" + unique
                        + "\"]}");
        limited = Web.signedOut().basic("limited-" + unique, PASSWORD);
        customer = made(
                CUSTOMERS,
                "{\"kind\":\"person\",\"name\":\"Shown " + unique
                        + "\",\"industry\":\"steel\",\"occupation\":\"smith\","
                        + "\"phones\":[\"13911110000\"],\"emails\":[\"first.mail@example.cn\"],"
                        + "\"custom\":{\"" + custom + "\":\"alpha\"}}");
        person = made(
                CUSTOMERS + "/" + customer + "/persons",
                "{\"name\":\"王芳\",\"phones\":[\"13911110001\"],\"emails\":[\"wang.fang@example.cn\"],\"role\":\"buyer\"}");
    }

    /** A field that nobody retires would be in every list of the tests that follow. */
    @After
    public void retireField() throws Exception {
        assertEquals(
                204, administrator.delete(API + "platform/v1/fields/" + field).status());
    }

    @Test
    public void nothingIsToLearnOfAHiddenField() throws Exception {
        List<String> questions = List.of(
                CUSTOMERS + "/" + customer,
                CUSTOMERS + "?filter=id==" + customer + "&count=true",
                CUSTOMERS + "?filter=id==" + customer + "&fields=id,phones,custom",
                CUSTOMERS + "?q=13911110000&count=true",
                CUSTOMERS + "?q=13922220000&count=true",
                CUSTOMERS + "?q=2222",
                CUSTOMERS + "?q=first.mail",
                CUSTOMERS + "?q=other.mail",
                CUSTOMERS + "?filter=phones==13922220000",
                CUSTOMERS + "?filter=emails=like=*mail*&count=true",
                CUSTOMERS + "?filter=occupation==baker",
                CUSTOMERS + "?filter=custom." + custom + "==beta",
                CUSTOMERS + "?sort=custom." + custom,
                CUSTOMERS + "/" + customer + "/history?fields=phones",
                CUSTOMERS + "/" + customer + "/history?fields=custom." + custom,
                CUSTOMERS + "/" + customer + "/history",
                CUSTOMERS + "/" + customer + "/persons",
                CUSTOMERS + "/" + customer + "/persons?q=13933330001",
                CUSTOMERS + "/" + customer + "/persons?q=other.fang",
                API + "customer/v1/persons?q=13933330001",
                API + "customer/v1/persons?filter=role==seller;id==" + person,
                API + "customer/v1/persons?sort=-role&limit=5&filter=id==" + person);
        List<String> files = List.of(CUSTOMERS + "?filter=id==" + customer, CUSTOMERS + "/" + customer + "/persons");
        List<String> before = answers(limited, questions, files);

        patch(
                CUSTOMERS + "/" + customer,
                "{\"phones\":[\"13922220000\"],\"emails\":[\"f.other.mail@example.cn\"],\"occupation\":\"baker\","
                        + "\"custom\":{\"" + custom + "\":\"beta\"}}");
        patch(
                CUSTOMERS + "/" + customer + "/persons/" + person,
                "{\"phones\":[\"13933330001\"],\"emails\":[\"other.fang@example.cn\"],\"role\":\"seller\"}");

        // What masks leave to be seen is the same of both.
        assertEquals(before, answers(limited, questions, files));
        assertTrue(
                before.toString(),
                before.get(0).contains("f****@example.cn") && before.get(0).contains("steel"));
        String everything = String.join("\n", before);
        for (String hidden : List.of("13911110000", "first.mail", "smith", "alpha", "13911110001", "buyer")) {
            assertFalse(hidden, everything.replaceAll("(?m)^/crm[^ ]*", "").contains(hidden));
        }
    }

    @Test
    public void whatIsHiddenStaysAndIsNotWritten() throws Exception {
        String path = CUSTOMERS + "/" + customer;
        Web.Answer shown = limited.get(path);
        String etag = shown.header("ETag").orElseThrow();

        Web.Answer renamed = limited.with("If-Match", etag).patch(path, "{\"name\":\"Renamed " + unique + "\"}");
        assertEquals(renamed.body(), 200, renamed.status());
        assertFalse(renamed.body(), renamed.body().contains("13911110000"));
        JsonNode whole = read(path);
        assertEquals("13911110000", whole.at("/phones/0").asText());
        assertEquals("first.mail@example.cn", whole.at("/emails/0").asText());
        assertEquals("alpha", whole.at("/custom/" + custom).asText());
        assertEquals("smith", whole.path("occupation").asText());

        String now = renamed.header("ETag").orElseThrow();
        for (String patch : List.of(
                "{\"phones\":[\"13900009999\"]}",
                "{\"emails\":[]}",
                "{\"industry\":null}",
                "{\"custom\":{\"" + custom + "\":\"gamma\"}}")) {
            Web.Answer refused = limited.with("If-Match", now).patch(path, patch);
            assertEquals(patch + refused.body(), 422, refused.status());
            assertTrue(refused.body(), refused.body().contains("\"not-allowed\""));
        }
        Web.Answer created =
                limited.post(CUSTOMERS, "{\"kind\":\"company\",\"name\":\"New\",\"phones\":[\"13900009999\"]}");
        assertEquals(created.body(), 422, created.status());
        assertEquals(whole, read(path));
    }

    @Test
    public void importsAndBulkChangesWriteNoHiddenField() throws Exception {
        String path = CUSTOMERS + "/" + customer;
        String code = read(path).path("code").asText();
        String csv =
                "code,name,phones,occupation,custom." + custom + "\n" + code + ",Imported,13900008888,baker,gamma\n";

        ImportRun run = ImportRun.of(limited, "type=customers&mode=upsert", csv.getBytes(StandardCharsets.UTF_8));

        assertEquals(run.toString(), 1, run.number("updated"));
        JsonNode whole = read(path);
        assertEquals("Imported", whole.path("name").asText());
        assertEquals("13911110000", whole.at("/phones/0").asText());
        assertEquals("alpha", whole.at("/custom/" + custom).asText());
        assertEquals("smith", whole.path("occupation").asText());
    }

    @Test
    public void theCatalogueTellsWhatTheCallerMayDo() throws Exception {
        JsonNode fields = JSON.readTree(
                limited.get(API + "platform/v1/fields?type=customer").body());
        List<String> codes = new ArrayList<>();
        for (JsonNode one : fields.path("items")) {
            codes.add(one.path("code").asText());
            if (one.path("code").asText().equals("emails")) {
                assertEquals("mask", one.path("access").asText());
                assertTrue(one.path("readOnly").asBoolean());
                assertFalse(one.path("filterable").asBoolean());
            }
        }
        assertTrue(codes.toString(), codes.contains("emails") && codes.contains("name"));
        assertFalse(codes.toString(), codes.contains("phones") || codes.contains("custom." + custom));
    }

    private List<String> answers(Web web, List<String> questions, List<String> files) throws Exception {
        List<String> answers = new ArrayList<>();
        for (String question : questions) {
            answers.add(question + " " + same(web.get(question)));
        }
        for (String question : files) {
            for (String format : List.of("text/csv", "application/x-ndjson")) {
                answers.add(question + " " + format
                        + same(web.with("Accept", format).get(question)));
            }
        }
        return answers;
    }

    /** That a record was changed, when and by whom, is no secret; what was changed is. */
    private static String same(Web.Answer answer) {
        return answer.status()
                + answer.body()
                        .replaceAll("\"instance\":\"[^\"]*\"", "")
                        .replaceAll("\"version\":[0-9]+", "")
                        .replaceAll("\"updatedAt\":\"[^\"]*\"", "")
                        .replaceAll("\\{[^{}]*\"fields\":\\[]},?", "");
    }

    private JsonNode read(String path) throws Exception {
        return JSON.readTree(administrator.get(path).body());
    }

    private void patch(String path, String json) throws Exception {
        String etag = administrator.get(path).header("ETag").orElseThrow();
        Web.Answer answer = administrator.with("If-Match", etag).patch(path, json);
        assertEquals(answer.body(), 200, answer.status());
    }

    private String made(String path, String json) throws Exception {
        Web.Answer answer = administrator.post(path, json);
        assertEquals(answer.body(), 201, answer.status());
        return JSON.readTree(answer.body()).path("id").asText();
    }
}
