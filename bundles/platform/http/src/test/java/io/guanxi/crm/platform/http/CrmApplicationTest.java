package io.guanxi.crm.platform.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.guanxi.crm.platform.http.internal.JsonLimits;
import java.io.IOException;
import javax.ws.rs.core.Response;
import org.apache.cxf.endpoint.Server;
import org.apache.cxf.jaxrs.JAXRSServerFactoryBean;
import org.apache.cxf.jaxrs.client.WebClient;
import org.apache.cxf.jaxrs.utils.ResourceUtils;
import org.apache.cxf.transport.local.LocalConduit;
import org.jspecify.annotations.Nullable;
import org.junit.AfterClass;
import org.junit.BeforeClass;
import org.junit.Test;

/** An application as CXF runs it, over its in-memory transport. */
public class CrmApplicationTest {

    private static final String ADDRESS = "local://things";

    private static @Nullable Server server;

    @BeforeClass
    public static void start() {
        JAXRSServerFactoryBean factory =
                ResourceUtils.createApplication(new CrmApplication(new TestResource()) {}, false, false, false, null);
        factory.setAddress(ADDRESS);
        server = factory.create();
    }

    @AfterClass
    public static void stop() {
        if (server != null) {
            server.destroy();
        }
    }

    @Test
    public void writesWhatIsThereAndLeavesOutWhatIsAbsent() throws IOException {
        Response answer = at("/things/7").get();

        assertThat(answer.getStatus()).isEqualTo(200);
        assertThat(answer.getHeaderString("ETag")).isEqualTo("\"3\"");
        assertThat(tree(answer).toString())
                .isEqualTo("{\"id\":\"7\",\"version\":3,\"name\":\"张伟 \uD83D\uDE00\",\"colour\":\"deep-red\","
                        + "\"price\":\"1000\",\"day\":\"2026-03-01\",\"parts\":[{\"name\":\"wheel\"}]}");
    }

    @Test
    public void answersAPageWithItsCursor() throws IOException {
        JsonNode page = tree(at("/things?limit=1").get());

        assertThat(page.get("items")).hasSize(1);
        assertThat(page.has("total")).isFalse();
        assertThat(Cursor.decode("things", page.get("next").asText(), 1)).containsExactly("7");
    }

    @Test
    public void namesTheParameterThatIsWrong() throws IOException {
        Response answer = at("/things?limit=201").get();

        assertThat(answer.getStatus()).isEqualTo(400);
        assertThat(answer.getHeaderString("Content-Type")).isEqualTo("application/problem+json");
        assertThat(tree(answer).at("/errors/0/field").asText()).isEqualTo("limit");
    }

    @Test
    public void namesTheNestedFieldThatIsUnknown() throws IOException {
        Response answer =
                post("{\"id\":\"1\",\"version\":1,\"name\":\"x\",\"parts\":[{\"name\":\"w\",\"owner\":\"1\"}]}");

        assertThat(answer.getStatus()).isEqualTo(400);
        JsonNode problem = tree(answer);
        assertThat(problem.at("/errors/0/field").asText()).isEqualTo("parts[0].owner");
        assertThat(problem.at("/errors/0/code").asText()).isEqualTo("unknown-field");
        assertThat(problem.at("/instance").asText()).endsWith("/things");
        assertThat(problem.at("/status").asInt()).isEqualTo(400);
    }

    @Test
    public void speaksChineseToThoseWhoAskForIt() throws IOException {
        JsonNode problem = tree(at("/things/fail/value")
                .header("Accept-Language", "zh-CN,zh;q=0.9,en;q=0.8")
                .get());

        assertThat(problem.at("/title").asText()).isEqualTo("内容无效");
        assertThat(problem.at("/errors/0/message").asText()).isEqualTo("过长。");
    }

    @Test
    public void givesEachFailureItsStatus() {
        assertThat(at("/things/fail/crm").get().getStatus()).isEqualTo(403);
        assertThat(at("/things/fail/value").get().getStatus()).isEqualTo(422);
        assertThat(at("/things/fail/other").get().getStatus()).isEqualTo(422);
        assertThat(at("/things/fail/unique").get().getStatus()).isEqualTo(409);
        assertThat(at("/things/abc").get().getStatus()).isEqualTo(404);
        assertThat(at("/nothing").get().getStatus()).isEqualTo(404);
        assertThat(at("/things/7").delete().getStatus()).isEqualTo(405);
    }

    @Test
    public void tellsWhenToComeBack() {
        assertThat(at("/things/fail/away").get().getHeaderString("Retry-After")).isEqualTo("2");
        Response lost = at("/things/fail/lost").get();
        assertThat(lost.getStatus()).isEqualTo(503);
        assertThat(lost.getHeaderString("Retry-After")).isEqualTo("2");
    }

    @Test
    public void tellsNothingOfItsInside() {
        Response answer = at("/things/fail/bug").get();

        assertThat(answer.getStatus()).isEqualTo(500);
        assertThat(answer.readEntity(String.class))
                .contains("errorId")
                .doesNotContain("secret")
                .doesNotContain("Exception");
        assertThat(at("/things/fail/unique").get().readEntity(String.class)).doesNotContain("secret");
    }

    @Test
    public void refusesOtherBodies() {
        assertThat(at("/things").type("text/csv").post("a,b").getStatus()).isEqualTo(415);
        assertThat(at("/things").type("application/json;charset=GBK").post("{}").getStatus())
                .isEqualTo(415);
        assertThat(at("/things")
                        .type("application/json")
                        .header("Content-Encoding", "gzip")
                        .post("{}")
                        .getStatus())
                .isEqualTo(415);
    }

    @Test
    public void refusesALongBody() {
        assertThat(post("{\"name\":\"" + "x".repeat(1 << 20) + "\"}").getStatus())
                .isEqualTo(413);
    }

    @Test
    public void keepsToTheConfiguredLimits() throws IOException {
        JsonLimits.use(new JsonLimits(400, 3, 5, 20, 10, 12));
        try {
            assertThat(post("{\"name\":\"" + "x".repeat(400) + "\"}").getStatus())
                    .isEqualTo(413);
            for (String document : new String[] {
                "{\"version\":123456}",
                "{\"name\":\"" + "x".repeat(21) + "\"}",
                "{\"elevenchars\":1}",
                "{\"parts\":[{},{},{},{},{},{}]}"
            }) {
                Response answer = post(document);
                assertThat(answer.getStatus()).as(document).isEqualTo(400);
                assertThat(tree(answer).at("/type").asText()).as(document).endsWith(":too-complex");
            }
        } finally {
            JsonLimits.useUsual();
        }
    }

    @Test
    public void refusesAnEmptyBodyAndAListForARecord() {
        assertThat(post("").getStatus()).isEqualTo(400);
        assertThat(post("[]").getStatus()).isEqualTo(400);
        assertThat(post("null").getStatus()).isEqualTo(400);
    }

    @Test
    public void patchesTheVersionThatWasRead() throws IOException {
        assertThat(patch(null, "{}").getStatus()).isEqualTo(428);
        assertThat(patch("\"2\"", "{}").getStatus()).isEqualTo(412);
        Response answer = patch("\"3\"", "{\"name\":\"new\",\"colour\":null,\"id\":\"7\"}");
        assertThat(answer.getStatus()).isEqualTo(200);
        assertThat(tree(answer).toString())
                .isEqualTo("{\"id\":\"7\",\"version\":3,\"name\":\"new\",\"price\":\"1000\",\"day\":\"2026-03-01\","
                        + "\"parts\":[{\"name\":\"wheel\"}]}");
    }

    private static Response post(String body) {
        return at("/things").type("application/json").post(body);
    }

    private static Response patch(@Nullable String ifMatch, String body) {
        WebClient client = at("/things/7").type("application/merge-patch+json");
        return (ifMatch == null ? client : client.header("If-Match", ifMatch)).invoke("PATCH", body);
    }

    private static WebClient at(String path) {
        String[] parts = path.split("\\?", 2);
        WebClient client = WebClient.create(ADDRESS).path(parts[0]).accept("application/json");
        if (parts.length > 1) {
            client.replaceQuery(parts[1]);
        }
        WebClient.getConfig(client).getRequestContext().put(LocalConduit.DIRECT_DISPATCH, true);
        return client;
    }

    private static JsonNode tree(Response answer) throws IOException {
        return new ObjectMapper().readTree(answer.readEntity(String.class));
    }
}
