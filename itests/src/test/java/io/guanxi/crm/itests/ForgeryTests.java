package io.guanxi.crm.itests;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.guanxi.crm.itests.ApiDocument.Route;
import io.guanxi.crm.platform.security.Caller;
import io.guanxi.crm.platform.security.UserData;
import io.guanxi.crm.platform.security.Users;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.Before;
import org.junit.Test;

/** Writes that come from elsewhere, in the name of somebody who is signed in; passwords that are guessed; answers in a frame. */
public class ForgeryTests extends InCrm {

    private static final String SESSION = "/crm/api/platform/v1/session";
    private static final String CUSTOMERS = "/crm/api/customer/v1/customers";
    private static final Set<String> WRITES = Set.of("POST", "PUT", "PATCH", "DELETE");
    private static final ObjectMapper JSON = new ObjectMapper();

    @SuppressWarnings("NullAway.Init")
    private Tester tester;

    @SuppressWarnings("NullAway.Init")
    private Web page;

    @SuppressWarnings("NullAway.Init")
    private String token;

    @Before
    public void signIn() throws Exception {
        tester = Tester.of(service(Users.class), Caller.ADMINISTRATOR);
        tester.web().awaitOk(CUSTOMERS + "?limit=1");
        Web.Answer opened = Web.signedOut()
                .post(SESSION, "{\"user\":\"" + tester.name() + "\",\"password\":\"" + tester.password() + "\"}");
        assertEquals(opened.body(), 200, opened.status());
        String session = cookie(opened, "crm-session");
        String csrf = cookie(opened, "crm-csrf");
        token = csrf.substring(csrf.indexOf('=') + 1);
        page = Web.signedOut().with("Cookie", session + "; " + csrf);
    }

    @Test
    public void everyWriteByCookieIsRefusedWithoutItsTokenOrFromElsewhere() throws Exception {
        Map<String, Web> forged = new TreeMap<>(Map.of(
                "no token", page,
                "another token", page.with("X-CSRF-Token", "0".repeat(token.length())),
                "another site", page.with("X-CSRF-Token", token).with("Sec-Fetch-Site", "cross-site"),
                "a neighbour", page.with("X-CSRF-Token", token).with("Sec-Fetch-Site", "same-site"),
                "another origin", page.with("X-CSRF-Token", token).with("Origin", "https://evil.example"),
                "another port", page.with("X-CSRF-Token", token).with("Origin", "http://127.0.0.1:1"),
                "an origin that is none", page.with("X-CSRF-Token", token).with("Origin", "null")));
        List<String> failures = new ArrayList<>();
        int tried = 0;
        for (Route route : ApiDocument.of(Web.signedOut()).routes()) {
            if (!WRITES.contains(route.method()) || route.isPublic()) {
                continue;
            }
            String path = route.path().replaceAll("\\{[^}]+}", "1");
            for (Map.Entry<String, Web> by : forged.entrySet()) {
                tried++;
                Web.Answer answer = by.getValue().send(route.method(), path, "application/json", "{}");
                String code = answer.status() == 403
                        ? JSON.readTree(answer.body()).path("type").asText()
                        : "";
                if (!code.endsWith(":missing-csrf-token")) {
                    failures.add(route + " from " + by.getKey() + ": " + answer.status() + " " + answer.body());
                }
            }
        }
        assertEquals(List.of(), failures);
        assertTrue(tried + " forged writes", tried >= 200);
    }

    @Test
    public void aWriteOfThePageItselfIsServed() throws Exception {
        Web own = page.with("X-CSRF-Token", token);
        for (Web by : List.of(
                own,
                own.with("Origin", own.base()),
                own.with("Sec-Fetch-Site", "same-origin"),
                own.with("Sec-Fetch-Site", "same-origin").with("Origin", "https://crm.example.cn"),
                own.with("Origin", "https://crm.example.cn").with("X-Forwarded-Host", "crm.example.cn"))) {
            Web.Answer made = by.post(CUSTOMERS, "{\"kind\":\"company\",\"name\":\"页面公司\"}");
            assertEquals(made.body(), 201, made.status());
        }
    }

    @Test
    public void guessingIsSlowedDownWhoeverIsMeant() throws Exception {
        Tester known = new Tester("known-" + UUID.randomUUID(), tester.password());
        asAdministrator(
                () -> service(Users.class).create(UserData.of(known.name(), Set.of("sales")), known.password()));
        List<String> refusals = guesses(known.name());

        assertEquals("known and unknown users look alike", guesses("stranger-" + UUID.randomUUID()), refusals);
        assertEquals(200, signIn(tester.name(), tester.password()).status());
    }

    /** What five guesses are answered; the next ones have to wait, unless the machine took longer than the wait. */
    private static List<String> guesses(String name) throws Exception {
        List<String> answers = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            Web.Answer answer = signIn(name, "guess " + i);
            assertEquals(answer.body(), 401, answer.status());
            answers.add(answer.body().replaceAll("urn:guanxi-crm:request:[^\"]*", "")
                    + answer.header("WWW-Authenticate").orElse(""));
        }
        Web.Answer waits = signIn(name, "one more");
        for (int i = 0; i < 5 && waits.status() != 429; i++) {
            waits = signIn(name, "one more " + i);
        }
        assertEquals(waits.body(), 429, waits.status());
        assertTrue(waits.header("Retry-After").isPresent());
        return answers;
    }

    private static Web.Answer signIn(String name, String password) throws Exception {
        return Web.signedOut().post(SESSION, "{\"user\":\"" + name + "\",\"password\":\"" + password + "\"}");
    }

    @Test
    public void everyKindOfAnswerForbidsScriptsFramesAndGuessingOfTypes() throws Exception {
        Web signedIn = tester.web();
        Web out = Web.signedOut();
        Map<String, Web.Answer> answers = new TreeMap<>(Map.of(
                "200", signedIn.get(CUSTOMERS + "?limit=1"),
                "400", signedIn.get(CUSTOMERS + "?limit=x"),
                "401", out.get(CUSTOMERS),
                "403", page.post(CUSTOMERS, "{}"),
                "404", signedIn.get(CUSTOMERS + "/999999999"),
                "404 of a module", signedIn.get("/crm/api/customer/v1/nothing"),
                "405", signedIn.send("PUT", CUSTOMERS, "application/json", "{}"),
                "406", signedIn.with("Accept", "application/x-none").get(CUSTOMERS),
                "415", signedIn.send("POST", CUSTOMERS, "image/svg+xml", "<svg/>")));
        answers.putAll(Map.of(
                "413", signedIn.post(CUSTOMERS, "{\"name\":\"" + "x".repeat(1 << 20) + "\"}"),
                "a file", signedIn.with("Accept", "text/csv").get(CUSTOMERS + "?q=none-such"),
                "the document", out.get("/crm/api/openapi.json"),
                "health", out.get("/crm/health"),
                "a page", out.get("/crm/"),
                "a page of the application", out.get("/crm/customers/1"),
                "no page", out.get("/crm/no/such/page.js"),
                "a write to a page", out.post("/crm/", "{}")));
        if (onDerby()) { // The HTTP service of a Karaf as it is answers these by itself.
            answers.put("414", signedIn.get(CUSTOMERS + "?q=" + "x".repeat(17_000)));
            answers.put("TRACE", signedIn.send("TRACE", CUSTOMERS));
            answers.put("the folder", out.get("/crm"));
        }
        List<String> failures = new ArrayList<>();
        for (Map.Entry<String, Web.Answer> answer : answers.entrySet()) {
            String policy = answer.getValue().header("Content-Security-Policy").orElse("");
            boolean strict = policy.contains("script-src 'self';")
                    && policy.contains("object-src 'none'")
                    && policy.contains("base-uri 'none'")
                    && policy.contains("frame-ancestors 'none'")
                    && !policy.contains("unsafe-");
            boolean named = answer.getValue()
                            .header("X-Content-Type-Options")
                            .orElse("")
                            .equals("nosniff")
                    && answer.getValue().header("X-Frame-Options").orElse("").equals("DENY")
                    && answer.getValue().header("Referrer-Policy").isPresent();
            boolean expected = !answer.getKey().matches("4.*")
                    || answer.getKey()
                            .startsWith(String.valueOf(answer.getValue().status()));
            if (!strict || !named || !expected) {
                failures.add(answer.getKey() + ": " + answer.getValue().status() + " "
                        + answer.getValue().response().headers().map());
            }
        }
        assertEquals(List.of(), failures);
    }

    private static String cookie(Web.Answer answer, String name) {
        return answer.response().headers().allValues("Set-Cookie").stream()
                .filter(cookie -> cookie.startsWith(name + "="))
                .map(cookie -> cookie.substring(0, cookie.indexOf(';')))
                .findFirst()
                .orElseThrow();
    }
}
