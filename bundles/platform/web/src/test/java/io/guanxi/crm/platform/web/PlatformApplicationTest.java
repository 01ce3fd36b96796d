package io.guanxi.crm.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.guanxi.crm.platform.security.Caller;
import io.guanxi.crm.platform.security.Callers;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import javax.ws.rs.core.Response;
import org.apache.cxf.endpoint.Server;
import org.apache.cxf.jaxrs.JAXRSServerFactoryBean;
import org.apache.cxf.jaxrs.client.WebClient;
import org.apache.cxf.jaxrs.utils.ResourceUtils;
import org.apache.cxf.transport.local.LocalConduit;
import org.junit.After;
import org.junit.Before;
import org.junit.Test;

@SuppressWarnings("StringConcatToTextBlock") // lines of forms and files end with CR LF
public class PlatformApplicationTest {

    private static final String ADDRESS = "local://platform";

    private final Server server = start();

    private static Server start() {
        JAXRSServerFactoryBean factory =
                ResourceUtils.createApplication(Platform.application(), false, false, false, null);
        factory.setAddress(ADDRESS);
        return factory.create();
    }

    @Before
    public void signIn() {
        Callers.bind(new Caller("ada", Set.of("manager")));
    }

    @After
    public void stop() {
        Callers.bind(null);
        server.destroy();
    }

    @Test
    public void signsInWithTwoCookies() throws IOException {
        Response answer = json("/session").post("{\"user\":\"ada\",\"password\":\"secret\"}");

        assertThat(answer.getStatus()).isEqualTo(200);
        assertThat(tree(answer).toString()).isEqualTo("{\"name\":\"ada\",\"roles\":[\"manager\"]}");
        assertThat(cookies(answer))
                .containsExactly(
                        "crm-session=T; Path=/crm; SameSite=Strict; HttpOnly",
                        "crm-csrf=C; Path=/crm; SameSite=Strict");
    }

    @Test
    public void refusesWhoeverItDoesNotKnow() throws IOException {
        assertThat(json("/session")
                        .post("{\"user\":\"ada\",\"password\":\"x\"}")
                        .getStatus())
                .isEqualTo(401);
        assertThat(json("/session").post("{\"user\":\"ada\"}").getStatus()).isEqualTo(422);
        assertThat(json("/session").post("{\"user\":\"ada\",\"pass\":\"x\"}").getStatus())
                .isEqualTo(400);
    }

    @Test
    public void signsOutWhoeverIsThere() {
        Response answer = at("/session").delete();

        assertThat(answer.getStatus()).isEqualTo(204);
        assertThat(cookies(answer)).allMatch(cookie -> cookie.endsWith("; Max-Age=0"));
    }

    @Test
    public void tellsWhoOneIs() throws IOException {
        assertThat(tree(at("/me").get()).toString()).isEqualTo("{\"name\":\"ada\",\"roles\":[\"manager\"]}");
        Callers.bind(null);
        assertThat(at("/me").get().getStatus()).isEqualTo(401);
    }

    @Test
    public void takesAFileForAnImport() throws IOException {
        Response answer = at("/imports?type=orders&mode=create&rows=lines&dryRun=true&charset=GB18030&fileName=a.csv")
                .type("text/csv")
                .acceptLanguage("zh-CN")
                .post("a,b\r\n");

        assertThat(answer.getStatus()).isEqualTo(202);
        assertThat(answer.getHeaderString("Location")).contains("/imports/1");
        assertThat(tree(answer).toString())
                .isEqualTo("{\"id\":\"1\",\"type\":\"orders\",\"mode\":\"create\",\"rows\":\"lines\",\"dryRun\":true,"
                        + "\"state\":\"QUEUED\",\"fileName\":\"a.csv\",\"read\":5,\"created\":0,\"updated\":0,"
                        + "\"unchanged\":0,\"rejected\":1,\"progress\":0.5,\"createdAt\":\"2026-03-01T08:30:00Z\","
                        + "\"createdBy\":\"ada\",\"error\":{\"code\":\"boom\",\"message\":\"砰。\"},"
                        + "\"undoable\":true,\"undo\":{\"state\":\"RUNNING\",\"records\":3,\"reverted\":1,"
                        + "\"conflicts\":1}}");
    }

    @Test
    public void tellsHowAChangeOfManyRecordsWent() throws IOException {
        assertThat(tree(at("/bulk-changes/7").get()).toString())
                .isEqualTo("{\"id\":\"7\",\"type\":\"customers\",\"action\":\"archive\",\"state\":\"DONE\",\"total\":5,"
                        + "\"read\":5,\"changed\":2,\"unchanged\":0,\"rejected\":3,\"progress\":1.0,"
                        + "\"createdAt\":\"2026-03-01T08:30:00Z\",\"createdBy\":\"ada\","
                        + "\"finishedAt\":\"2026-03-01T08:30:00Z\",\"undoable\":true}");
        JsonNode first = tree(
                at("/bulk-changes/7/rejects?limit=2").acceptLanguage("zh-CN").get());
        assertThat(first.get("items").toString())
                .isEqualTo("[{\"recordId\":\"1\",\"field\":\"id\",\"code\":\"unknown-customer\","
                        + "\"message\":\"没有该客户。\"},{\"recordId\":\"2\",\"field\":\"id\","
                        + "\"code\":\"unknown-customer\",\"message\":\"没有该客户。\"}]");
        JsonNode second = tree(
                at("/bulk-changes/7/rejects?limit=2&after=" + first.get("next").asText())
                        .get());
        assertThat(second.at("/items/0/recordId").asText()).isEqualTo("3");
        assertThat(second.has("next")).isFalse();
        assertThat(at("/bulk-changes/8").get().getStatus()).isEqualTo(404);
        assertThat(at("/bulk-changes/7").delete().getStatus()).isEqualTo(204);
        assertThat(json("/bulk-changes/7/undo").post(null).getStatus()).isEqualTo(202);
    }

    @Test
    public void aCheckOfTheTrailGoesOnInTheBackground() throws IOException {
        Response started = json("/audit/verify").post("{}");
        assertThat(started.getStatus()).isEqualTo(202);
        assertThat(started.getLocation().getPath()).endsWith("/audit/checks/3");
        assertThat(tree(started).toString())
                .isEqualTo("{\"id\":\"3\",\"state\":\"RUNNING\",\"progress\":0.5,"
                        + "\"startedAt\":\"2026-03-01T08:30:00Z\",\"startedBy\":\"ada\"}");

        JsonNode done = tree(at("/audit/checks/2").get());
        assertThat(done.get("state").asText()).isEqualTo("DONE");
        assertThat(done.at("/result/untouched").asBoolean()).isFalse();
        assertThat(done.at("/result/entries").asLong()).isEqualTo(17);
        assertThat(done.at("/result/findings").toString()).isEqualTo("[{\"kind\":\"cut\",\"seal\":4}]");
        assertThat(tree(at("/audit/checks/1").acceptLanguage("zh-CN").get())
                        .get("error")
                        .toString())
                .isEqualTo("{\"code\":\"interrupted\",\"message\":\"校验期间服务器停止，请重新校验。\"}");

        JsonNode first = tree(at("/audit/checks?limit=2").get());
        JsonNode second = tree(
                at("/audit/checks?limit=2&after=" + first.get("next").asText()).get());
        assertThat(first.get("items").findValuesAsText("id")).containsExactly("3", "2");
        assertThat(second.get("items").findValuesAsText("id")).containsExactly("1");
        assertThat(second.has("next")).isFalse();

        assertThat(at("/audit/checks/3").delete().getStatus()).isEqualTo(204);
        assertThat(tree(at("/audit/checks/3").get()).get("state").asText()).isEqualTo("CANCELLED");
        assertThat(at("/audit/checks/4").get().getStatus()).isEqualTo(404);
        assertThat(at("/audit/checks/4").delete().getStatus()).isEqualTo(404);
    }

    @Test
    public void refusesAnImportThatItDoesNotUnderstand() {
        assertThat(upload("/imports", "a").getStatus()).isEqualTo(400);
        assertThat(upload("/imports?type=orders&mode=replace", "a").getStatus()).isEqualTo(400);
        assertThat(upload("/imports?type=orders&charset=klingon", "a").getStatus())
                .isEqualTo(400);
        assertThat(json("/imports?type=orders").post("{}").getStatus()).isEqualTo(415);
        assertThat(upload("/imports?type=orders", "x".repeat(1001)).getStatus()).isEqualTo(413);
    }

    @Test
    public void listsImportsNewestFirst() throws IOException {
        for (int i = 0; i < 3; i++) {
            upload("/imports?type=orders", "a");
        }
        JsonNode first = tree(at("/imports?limit=2").get());
        JsonNode second =
                tree(at("/imports?limit=2&after=" + first.get("next").asText()).get());

        assertThat(first.findValuesAsText("id")).containsExactly("3", "2");
        assertThat(second.findValuesAsText("id")).containsExactly("1");
        assertThat(second.has("next")).isFalse();
    }

    @Test
    public void givesRejectedRowsWithoutLiveFormulas() {
        upload("/imports?type=orders", "a");

        Response answer = at("/imports/1/rejects").accept("text/csv").get();

        assertThat(answer.getStatus()).isEqualTo(200);
        assertThat(answer.readEntity(String.class))
                .isEqualTo("\ufeff名称,code,reject:line,reject:column,reject:code,reject:message\r\n"
                        + "'=1+1,+86 139,7,name; code,bad; worse,\"No \"\"good\"\".; Worse.\"\r\n");
        assertThat(at("/imports/9/rejects").accept("text/csv").get().getStatus())
                .isEqualTo(404);
    }

    @Test
    public void takesAFileInAForm() throws IOException {
        String form = "--b0und\r\nContent-Disposition: form-data; name=\"type\"\r\n\r\norders\r\n"
                + "--b0und\r\nContent-Disposition: form-data; name=\"mapping\"\r\n\r\n{\"名\":null}\r\n"
                + "--b0und\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.csv\"\r\n"
                + "Content-Type: text/csv\r\n\r\na,b\r\n--b0un,\r\n\r\n--b0und--\r\n";
        Response answer = at("/imports")
                .type("multipart/form-data; boundary=b0und")
                .post(new java.io.ByteArrayInputStream(form.getBytes(java.nio.charset.StandardCharsets.UTF_8)));

        assertThat(answer.getStatus()).isEqualTo(202);
        JsonNode job = tree(answer);
        assertThat(job.get("type").asText()).isEqualTo("orders");
        assertThat(job.get("fileName").asText()).isEqualTo("a.csv");
        assertThat(job.get("read").asInt()).isEqualTo("a,b\r\n--b0un,\r\n".length());
    }

    @Test
    public void refusesAFormThatBreaksOff() {
        for (String form :
                List.of("", "--b0und", "--b0und\r\nContent-Disposition: form-data; name=\"file\"\r\n\r\na,b")) {
            Response answer = at("/imports?type=orders")
                    .type("multipart/form-data; boundary=b0und")
                    .post(new java.io.ByteArrayInputStream(form.getBytes(java.nio.charset.StandardCharsets.UTF_8)));
            assertThat(answer.getStatus()).as(form).isEqualTo(400);
        }
    }

    @Test
    public void showsWhatAFileLooksLike() throws IOException {
        Response answer = upload("/imports/preview?type=things&mapping=%7B%22a%22:%22name%22%7D&limit=3", "x");

        assertThat(tree(answer).toString())
                .isEqualTo("{\"charset\":\"UTF-8\",\"separator\":\",\",\"headers\":[\"名称\",\"x\"],"
                        + "\"mapping\":{\"名称\":\"name\"},\"confidence\":{\"名称\":1.0},\"unmatched\":[\"x\"],"
                        + "\"missing\":[],\"rows\":[[\"张\",\"3\"]],"
                        + "\"rejects\":[{\"line\":2,\"column\":\"name\",\"code\":\"bad\",\"message\":\"No.\"}]}");
        assertThat(upload("/imports/preview?type=things&mapping=%5B1%5D", "x").getStatus())
                .isEqualTo(400);
    }

    @Test
    public void listsTheTypes() throws IOException {
        assertThat(tree(at("/imports/types").get()).toString())
                .isEqualTo("{\"items\":[{\"type\":\"things\",\"grouped\":false,\"columns\":[{\"code\":\"name\","
                        + "\"label\":{\"en\":\"Name\",\"zh\":\"名称\"},\"required\":true}]}]}");
    }

    @Test
    public void takesAnImportBack() throws IOException {
        upload("/imports?type=orders", "a");

        Response answer = at("/imports/1/undo").post(null);
        assertThat(answer.getStatus()).isEqualTo(202);
        assertThat(answer.getHeaderString("Location")).endsWith("/imports/1");
        JsonNode first = tree(at("/imports/1/conflicts?limit=1").get());
        JsonNode second = tree(
                at("/imports/1/conflicts?limit=1&after=" + first.get("next").asText())
                        .get());
        assertThat(first.findValuesAsText("recordId")).containsExactly("41");
        assertThat(second.findValuesAsText("recordId")).containsExactly("42");
        assertThat(at("/imports/9/undo").post(null).getStatus()).isEqualTo(404);
    }

    @Test
    public void cancelsAnImport() {
        upload("/imports?type=orders", "a");

        assertThat(at("/imports/1").delete().getStatus()).isEqualTo(204);
        assertThat(at("/imports/x").delete().getStatus()).isEqualTo(404);
    }

    @Test
    public void tellsEventsInOrder() throws IOException {
        JsonNode page = tree(at("/events?after=1&limit=1").get());

        assertThat(page.toString())
                .isEqualTo("{\"items\":[{\"sequence\":2,\"topic\":\"customer.created\",\"at\":\"2026-03-01T08:30:00Z\","
                        + "\"record\":{\"type\":\"customer\",\"id\":\"42\"},\"data\":{\"name\":\"张\"}}],\"next\":2}");
        assertThat(tree(at("/events?after=17").get()).get("next").asLong()).isEqualTo(17);
        Callers.bind(null);
        assertThat(at("/events").get().getStatus()).isEqualTo(401);
    }

    @Test
    public void tellsHowFarSubscribersAre() throws IOException {
        JsonNode list = tree(at("/subscriptions").get());

        assertThat(list.toString())
                .isEqualTo(
                        "{\"items\":[{\"name\":\"oa\",\"position\":2,\"lag\":1,\"state\":\"RETRYING\",\"attempts\":4,"
                                + "\"lastError\":\"IOException: gone\",\"nextRetryAt\":\"2026-03-01T08:30:00Z\",\"deadLetters\":3,"
                                + "\"seenAt\":\"2026-03-01T08:30:00Z\",\"absent\":false,\"node\":\"one\"}]}");
        assertThat(at("/subscriptions/oa/pause").post(null).getStatus()).isEqualTo(204);
        assertThat(at("/subscriptions/oa/resume").post(null).getStatus()).isEqualTo(204);
        assertThat(at("/subscriptions/xx/pause").post(null).getStatus()).isEqualTo(404);
        assertThat(at("/subscriptions/oa").delete().getStatus()).isEqualTo(204);
        assertThat(at("/subscriptions/xx").delete().getStatus()).isEqualTo(404);
    }

    @Test
    public void handlesDeadLetters() throws IOException {
        JsonNode first = tree(at("/subscriptions/oa/dead-letters?limit=2").get());
        JsonNode second = tree(at("/subscriptions/oa/dead-letters?limit=2&after="
                        + first.get("next").asText())
                .get());

        assertThat(first.at("/items/0").toString())
                .isEqualTo("{\"event\":{\"sequence\":1,\"topic\":\"customer.created\",\"at\":\"2026-03-01T08:30:00Z\","
                        + "\"record\":{\"type\":\"customer\",\"id\":\"41\"},\"data\":{\"name\":\"张\"}},\"attempts\":10,"
                        + "\"error\":\"IOException: gone\",\"at\":\"2026-03-01T08:30:00Z\",\"replaying\":false}");
        assertThat(first.get("items")).hasSize(2);
        assertThat(second.get("items")).hasSize(1);
        assertThat(second.has("next")).isFalse();
        assertThat(at("/subscriptions/oa/dead-letters/2/replay").post(null).getStatus())
                .isEqualTo(202);
        assertThat(at("/subscriptions/oa/dead-letters/replay").post(null).getStatus())
                .isEqualTo(202);
        assertThat(at("/subscriptions/oa/dead-letters/9/replay").post(null).getStatus())
                .isEqualTo(404);
        assertThat(at("/subscriptions/oa/dead-letters/2").delete().getStatus()).isEqualTo(204);
        assertThat(at("/subscriptions/oa/dead-letters/x").delete().getStatus()).isEqualTo(404);
    }

    @Test
    public void tellsWhatJobsDo() throws IOException {
        assertThat(tree(at("/jobs").get()).toString())
                .isEqualTo("{\"items\":[{\"name\":\"sweep\",\"label\":{\"en\":\"Sweep\",\"zh\":\"清扫\"},"
                        + "\"schedule\":\"0 3 * * * Asia/Shanghai\",\"state\":\"IDLE\",\"lastRun\":{\"id\":\"3\",\"node\":\"one\","
                        + "\"manual\":false,\"startedAt\":\"2026-03-01T08:30:00Z\",\"finishedAt\":\"2026-03-01T08:30:00Z\","
                        + "\"outcome\":\"DONE\"},\"nextRunAt\":\"2026-03-01T08:30:00Z\"}]}");
        JsonNode first = tree(at("/jobs/sweep/runs?limit=2").get());
        JsonNode second =
                tree(at("/jobs/sweep/runs?limit=2&after=" + first.get("next").asText())
                        .get());
        assertThat(first.findValuesAsText("id")).containsExactly("3", "2");
        assertThat(second.findValuesAsText("id")).containsExactly("1");
        assertThat(at("/jobs/sweep/run").post(null).getStatus()).isEqualTo(202);
        assertThat(at("/jobs/nothing/run").post(null).getStatus()).isEqualTo(404);
        assertThat(at("/jobs/sweep/cancel").post(null).getStatus()).isEqualTo(409);
    }

    private static Response upload(String path, String body) {
        return at(path).type("text/csv").post(body);
    }

    private static WebClient json(String path) {
        return at(path).type("application/json");
    }

    private static WebClient at(String path) {
        String[] parts = path.split("\\?", 2);
        WebClient client = WebClient.create(ADDRESS).path(parts[0]);
        if (parts.length > 1) {
            client.replaceQuery(parts[1]);
        }
        WebClient.getConfig(client).getRequestContext().put(LocalConduit.DIRECT_DISPATCH, true);
        return client;
    }

    private static List<String> cookies(Response answer) {
        return answer.getHeaders().getOrDefault("Set-Cookie", List.of()).stream()
                .map(String::valueOf)
                .toList();
    }

    private static JsonNode tree(Response answer) throws IOException {
        return new ObjectMapper().readTree(answer.readEntity(String.class));
    }
}
