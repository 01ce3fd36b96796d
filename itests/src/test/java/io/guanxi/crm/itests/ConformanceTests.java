package io.guanxi.crm.itests;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.guanxi.crm.itests.ApiDocument.Route;
import io.guanxi.crm.platform.security.Caller;
import io.guanxi.crm.platform.security.Users;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Predicate;
import org.junit.Before;
import org.junit.Test;

/** What the REST guide says of every route, tried on every route of the OpenAPI document. */
public class ConformanceTests extends InCrm {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** What the server says of a record, and nobody else. */
    private static final List<String> OURS = List.of(
            "id",
            "version",
            "createdAt",
            "createdBy",
            "updatedAt",
            "updatedBy",
            "archivedAt",
            "ownerId",
            "owner",
            "role",
            "isAdministrator",
            "noSuchField");

    /** These are in no body at all. */
    private static final Set<String> NEVER =
            Set.of("id", "version", "createdAt", "createdBy", "updatedAt", "updatedBy", "archivedAt", "noSuchField");

    private final List<String> failures = new ArrayList<>();

    @SuppressWarnings("NullAway.Init")
    private Web web;

    @SuppressWarnings("NullAway.Init")
    private ApiDocument document;

    @SuppressWarnings("NullAway.Init")
    private Samples samples;

    @Before
    public void signIn() throws Exception {
        open(Tester.of(service(Users.class), Caller.ADMINISTRATOR).web());
    }

    final void open(Web signedIn) throws Exception {
        web = signedIn;
        for (String module : List.of("customer/v1/customers", "contact/v1/interactions", "transaction/v1/orders")) {
            web.awaitOk("/crm/api/" + module + "?limit=1");
        }
        document = ApiDocument.of(Web.signedOut());
        samples = Samples.in(web);
    }

    @Test
    public void everyRouteWantsToKnowWhoCalls() throws Exception {
        for (Route route : routes(route -> !route.isPublic(), 20)) {
            expectProblem(route, send(Web.signedOut(), route, "{}"), 401);
        }
        verdict();
    }

    @Test
    public void everyRefusalIsToldInBothLanguages() throws Exception {
        for (Route route : routes(route -> !route.isPublic(), 20)) {
            for (Web by : List.of(Web.signedOut(), web)) {
                // Nobody has this media type; signed out, nobody gets as far.
                Web picky = by.with("Accept", "application/x-none").with("Content-Type", "application/x-none");
                Web.Answer chinese =
                        picky.with("Accept-Language", "zh-CN").send(route.method(), samples.filled(route.path()));
                Web.Answer english =
                        picky.with("Accept-Language", "en").send(route.method(), samples.filled(route.path()));
                expectProblem(route, chinese, english.status());
                String title = JSON.readTree(chinese.body()).path("title").asText();
                expect(route, "Chinese", title.codePoints().anyMatch(Character::isIdeographic), chinese);
                title = JSON.readTree(english.body()).path("title").asText();
                expect(route, "English", !title.isEmpty() && title.chars().allMatch(c -> c < 128), english);
            }
        }
        verdict();
    }

    @Test
    public void everyListIsReadPageByPage() throws Exception {
        for (Route route : routes(Route::isList, 5)) {
            String path = samples.listed(route.path());
            Web.Answer first = web.get(path + "limit=1");
            if (first.status() != 200) {
                continue; // it wants parameters of its own; that it refuses bad ones is tried below
            }
            JsonNode page = JSON.readTree(first.body());
            expect(
                    route,
                    "items",
                    page.path("items").isArray() && page.path("items").size() <= 1,
                    first);
            if (page.path("next").isTextual() && route.parameters().contains("after")) {
                Web.Answer second =
                        web.get(path + "limit=1&after=" + page.path("next").asText());
                expect(
                        route,
                        "second page",
                        second.status() == 200 && !second.body().equals(first.body()),
                        second);
            }
        }
        verdict();
    }

    @Test
    public void everyListNamesTheParameterThatIsWrong() throws Exception {
        for (Route route : routes(Route::isList, 5)) {
            String path = samples.listed(route.path());
            for (String limit : List.of("0", "-1", "100000", "x", "1e2", "%00")) {
                expectField(route, web.get(path + "limit=" + limit), "limit");
            }
            if (route.parameters().contains("after")) {
                expectField(route, web.get(path + "after=%21%21"), "after");
            }
            if (route.parameters().contains("count")) {
                expectField(route, web.get(path + "count=maybe"), "count");
            }
        }
        verdict();
    }

    @Test
    public void everyWriteRefusesOtherBodies() throws Exception {
        String tooLong = "{\"name\":\"" + "x".repeat(1 << 20) + "\"}";
        for (Route route : routes(route -> route.isCreate() || route.isPatch(), 8)) {
            Web versioned = web.with("If-Match", "\"1\"");
            String path = samples.filled(route.path());
            expectProblem(route, versioned.send(route.method(), path, "text/plain", "x"), 415);
            expectProblem(route, versioned.send(route.method(), path, "application/json;charset=GBK", "{}"), 415);
            for (String malformed : List.of("", "{", "{\"a\":1,\"a\":2}", "{}x", "[".repeat(100), "\ufeff\ufeff{}")) {
                expectProblem(route, send(versioned, route, malformed), 400);
            }
            expectProblem(route, send(versioned, route, tooLong), 413);
        }
        verdict();
    }

    @Test
    public void everyCreateRefusesUnknownFields() throws Exception {
        for (Route route : routes(Route::isCreate, 5)) {
            JsonNode schema = document.body(route);
            if (schema.has("properties")) {
                expectField(route, send(web, route, "{\"noSuchField\":1}"), "noSuchField");
            }
        }
        verdict();
    }

    @Test
    public void noWriteSetsWhatIsTheServersToSay() throws Exception {
        int tried = 0;
        for (Route route : routes(route -> route.isCreate() || route.isPatch(), 15)) {
            JsonNode schema = document.body(route);
            if (!schema.has("properties")) {
                continue;
            }
            for (String field : OURS) {
                if (schema.path("properties").has(field)) {
                    expectOf(route, field + " is none that may be written", !NEVER.contains(field));
                } else if (route.isCreate()) {
                    tried += refusesToCreateWith(route, field) ? 1 : 0;
                } else if (samples.knows(route)) {
                    tried += refusesToPatch(route, field) ? 1 : 0;
                }
            }
        }
        verdict();
        assertTrue(tried + " refusals", tried >= 150);
    }

    private boolean refusesToCreateWith(Route route, String field) throws Exception {
        List<ObjectNode> bodies = samples.bodies(route);
        ObjectNode body = bodies.isEmpty() ? JSON.createObjectNode() : bodies.get(0);
        String mark = UUID.randomUUID().toString();
        for (String text : List.of("name", "subject", "externalId")) {
            if (document.body(route)
                    .at("/properties/" + text + "/type")
                    .asText()
                    .equals("string")) {
                body.put(text, mark);
            }
        }
        expectField(route, send(web, route, body.put(field, "77").toString()), field);
        Web.Answer list = web.get(samples.listed(route.path()) + "limit=1&q=" + mark);
        if (!bodies.isEmpty() && list.status() == 200) {
            expect(
                    route,
                    "nothing was made of a body with " + field,
                    !list.body().contains(mark),
                    list);
        }
        return true;
    }

    private boolean refusesToPatch(Route route, String field) throws Exception {
        Web.Answer before = web.get(samples.filled(route.path()));
        String tag = before.header("ETag").orElse("");
        // A value that would fit: what the record has already, or another.
        JsonNode now = JSON.readTree(before.body()).path(field);
        for (String value :
                List.of("\"77\"", "77", "null", now.isMissingNode() ? "\"2026-01-01T00:00:00Z\"" : now.toString())) {
            Web.Answer refused = send(web.with("If-Match", tag), route, "{\"" + field + "\":" + value + "}");
            expectField(route, refused, field);
        }
        Web.Answer after = web.get(samples.filled(route.path()));
        expect(route, "unchanged by " + field, after.body().equals(before.body()), after);
        return true;
    }

    private void expectOf(Route route, String what, boolean holds) {
        if (!holds) {
            failures.add(route + ": " + what);
        }
    }

    @Test
    public void everyPatchWantsTheVersionThatWasRead() throws Exception {
        for (Route route : routes(route -> route.isPatch() && samples.knows(route), 3)) {
            Web.Answer read = web.get(samples.filled(route.path()));
            String tag = read.header("ETag").orElse("");
            expect(route, "an ETag", tag.matches("\"[0-9]+\""), read);
            expectProblem(route, send(web, route, "{}"), 428);
            expectProblem(route, send(web.with("If-Match", "*"), route, "{}"), 428);
            expectProblem(route, send(web.with("If-Match", "\"999999\""), route, "{}"), 412);
            expectProblem(route, send(web.with("If-Match", "nonsense"), route, "{}"), 400);
            Web current = web.with("If-Match", tag);
            expectField(route, send(current, route, "{\"noSuchField\":1}"), "noSuchField");
            expectField(route, send(current, route, "{\"id\":\"77\"}"), "id");
            expect(route, "accepted", send(current, route, "{}").status() == 200, read);
        }
        verdict();
    }

    @Test
    public void everyPostIsDoneOnceForAKey() throws Exception {
        int created = 0;
        for (Route route : routes(Route::isCreate, 5)) {
            Web keyed = web.with("Idempotency-Key", UUID.randomUUID().toString());
            List<? extends JsonNode> bodies = samples.bodies(route);
            String body = bodies.isEmpty() ? "{}" : bodies.get(0).toString();
            Web.Answer first = send(keyed, route, body);
            Web.Answer second = send(keyed, route, body);
            expect(route, "the same reply", same(first, second), second);
            expect(route, "marked", second.header("Idempotency-Replayed").isPresent(), second);
            expectProblem(route, send(keyed, route, body + " "), 422);
            expectProblem(route, keyed.post(samples.filled(route.path()) + "?again=1", body), 422);
            expectProblem(route, send(web.with("Idempotency-Key", "k".repeat(256)), route, body), 400);
            if (first.status() == 201) {
                created++;
                Web.Answer third = send(web, route, body);
                expect(route, "another record", !third.text("id").equals(first.text("id")), third);
            }
        }
        verdict();
        assertTrue(created + " records", created >= 4);
    }

    @Test
    public void everyTextComesBackAsItWasSentOrIsRefusedByName() throws Exception {
        List<String> found = Collections.synchronizedList(failures);
        List<Callable<Boolean>> fields = new ArrayList<>();
        for (Route route : routes(Route::isCreate, 5)) {
            List<ObjectNode> bodies = samples.bodies(route);
            for (String pointer : bodies.isEmpty() ? List.<String>of() : document.texts(document.body(route))) {
                fields.add(() -> {
                    boolean taken = false;
                    for (int i = 0; i < bodies.size() && !taken; i++) {
                        TextField field = new TextField(web, samples.filled(route.path()), bodies.get(i), pointer);
                        taken = field.check(failure -> found.add(route + " " + failure));
                    }
                    return taken;
                });
            }
        }
        int taken = 0;
        ExecutorService threads = Executors.newFixedThreadPool(4);
        try {
            for (Future<Boolean> field : threads.invokeAll(fields)) {
                taken += field.get() ? 1 : 0;
            }
        } finally {
            threads.shutdownNow();
        }
        System.out.printf(
                "%d of %d text fields give back what they were sent, the others take no free text%n",
                taken, fields.size());
        verdict();
        assertTrue(taken + " fields", taken >= 30);
    }

    private static boolean same(Web.Answer one, Web.Answer other) {
        return one.status() == other.status()
                && one.body().equals(other.body())
                && List.of("Location", "ETag", "Content-Type").stream()
                        .allMatch(name -> one.header(name).equals(other.header(name)));
    }

    private List<Route> routes(Predicate<Route> which, int atLeast) {
        List<Route> routes = document.routes().stream().filter(which).toList();
        assertTrue("routes: " + routes, routes.size() >= atLeast);
        return routes;
    }

    private Web.Answer send(Web by, Route route, String body) throws Exception {
        String path = samples.filled(route.path());
        return switch (route.method()) {
            case "GET" -> by.get(path);
            case "DELETE" -> by.delete(path);
            default -> by.send(route.method(), path, "application/json", body);
        };
    }

    private void expect(Route route, String what, boolean holds, Web.Answer answer) {
        if (!holds) {
            failures.add(route + ": " + what + ": " + answer.status() + " " + answer.body());
        }
    }

    private void expectField(Route route, Web.Answer answer, String field) throws Exception {
        expectProblem(route, answer, 400);
        if (answer.status() == 400) {
            String named = JSON.readTree(answer.body()).at("/errors/0/field").asText();
            expect(route, "names " + field, named.equals(field), answer);
        }
    }

    /** A problem document of the status, which names the request. */
    private void expectProblem(Route route, Web.Answer answer, int status) throws Exception {
        expect(route, "expected " + status, answer.status() == status, answer);
        String type = answer.header("Content-Type").orElse("").toLowerCase(Locale.ROOT);
        expect(route, "problem document", type.startsWith("application/problem+json"), answer);
        if (type.startsWith("application/problem+json")) {
            JsonNode problem = JSON.readTree(answer.body());
            String instance =
                    "urn:guanxi-crm:request:" + answer.header("X-Request-Id").orElse("");
            boolean whole = problem.path("status").asInt() == answer.status()
                    && !problem.path("title").asText().isEmpty()
                    && (problem.path("instance").asText().equals(instance)
                            || answer.header("Idempotency-Replayed").isPresent());
            expect(route, "type, title, status and instance", whole, answer);
        }
    }

    private void verdict() {
        assertEquals(List.of(), failures);
    }
}
