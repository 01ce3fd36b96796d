package io.guanxi.crm.platform.edge.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.Rule;
import org.junit.Test;

public class ModuleFilterTest {

    @Rule
    public final EdgeServer server = new EdgeServer("customer");

    @Rule
    public final EdgeServer platform = new EdgeServer("platform");

    @Test
    public void knowsTheCallerByPassword() throws Exception {
        HttpResponse<String> answer = server.send(ada(server.request("/v1/x")));

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).isEqualTo("ada");
    }

    @Test
    public void refusesWhoeverProvesNothing() throws Exception {
        for (String authorization : new String[] {
            "Basic " + base64("ada:wrong"),
            "Basic " + base64("ada"),
            "Basic %%%",
            "Bearer abc",
            "Bearer",
            "Bearer  ",
            "Nonsense"
        }) {
            HttpResponse<String> answer = server.send(server.request("/v1/x").header("Authorization", authorization));
            assertThat(answer.statusCode()).as(authorization).isEqualTo(401);
        }
        HttpResponse<String> answer = server.send(server.request("/v1/x")
                .header("Accept-Language", "fr,zh-CN;q=0.5")
                .header("X-Request-Id", "abc-1"));
        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
        assertThat(answer.headers().firstValue("WWW-Authenticate")).isPresent();
        assertThat(answer.body())
                .isEqualTo("{\"type\":\"urn:guanxi-crm:problem:not-signed-in\",\"title\":\"未登录\",\"status\":401,"
                        + "\"detail\":\"请先登录。\",\"instance\":\"urn:guanxi-crm:request:abc-1\"}");
    }

    @Test
    public void sparesBrowsersTheirDialogue() throws Exception {
        assertThat(server.send(server.request("/v1/x").header("Cookie", "crm-csrf=C"))
                        .headers()
                        .firstValue("WWW-Authenticate"))
                .isEmpty();
        assertThat(server.send(server.request("/v1/x").header("Sec-Fetch-Mode", "cors"))
                        .headers()
                        .firstValue("WWW-Authenticate"))
                .isEmpty();
    }

    @Test
    public void knowsASystemByItsKey() throws Exception {
        for (String scheme : new String[] {"Bearer", "bearer", "BEARER"}) {
            HttpRequest.Builder write = server.request("/v1/x").header("Authorization", scheme + " crm_K");
            HttpResponse<String> answer = server.send(write.POST(HttpRequest.BodyPublishers.noBody()));
            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.body()).isEqualTo("ada:erp");
        }
    }

    @Test
    public void tellsGuessersToWait() throws Exception {
        HttpResponse<String> answer =
                server.send(server.request("/v1/x").header("Authorization", "Basic " + base64("hasty:x")));

        assertThat(answer.statusCode()).isEqualTo(429);
        assertThat(answer.headers().firstValue("Retry-After")).contains("7");
    }

    @Test
    public void wantsTheTokenWithWritesByCookie() throws Exception {
        assertThat(server.send(session("/v1/x")).body()).isEqualTo("ada");
        assertThat(write(session("/v1/x"))).isEqualTo(403);
        assertThat(write(session("/v1/x").header("X-CSRF-Token", "other"))).isEqualTo(403);
        assertThat(write(session("/v1/x").header("X-CSRF-Token", "C"))).isEqualTo(200);
        assertThat(write(session("/v1/x").header("X-CSRF-Token", "C").header("Sec-Fetch-Site", "same-origin")))
                .isEqualTo(200);
        assertThat(write(session("/v1/x").header("X-CSRF-Token", "C").header("Sec-Fetch-Site", "cross-site")))
                .isEqualTo(403);
        assertThat(write(ada(server.request("/v1/x")))).isEqualTo(200);
    }

    @Test
    public void refusesWritesByCookieFromPagesOfOthers() throws Exception {
        String here = server.request("/v1/x").build().uri().getAuthority();
        for (String origin : List.of("http://" + here, "HTTP://" + here.toUpperCase(Locale.ROOT))) {
            assertThat(write(session("/v1/x").header("X-CSRF-Token", "C").header("Origin", origin)))
                    .as(origin)
                    .isEqualTo(200);
        }
        for (String origin :
                List.of("https://evil.example", "http://127.0.0.1:1", "null", "", "http://[", "http://" + here + "0")) {
            assertThat(write(session("/v1/x").header("X-CSRF-Token", "C").header("Origin", origin)))
                    .as(origin)
                    .isEqualTo(403);
        }
        assertThat(write(session("/v1/x")
                        .header("X-CSRF-Token", "C")
                        .header("Origin", "https://crm.example.cn")
                        .header("X-Forwarded-Host", "crm.example.cn:443")))
                .isEqualTo(200);
        assertThat(write(session("/v1/x")
                        .header("X-CSRF-Token", "C")
                        .header("Origin", "https://crm.example.cn")
                        .header("Sec-Fetch-Site", "same-origin")))
                .isEqualTo(200);
        assertThat(write(ada(server.request("/v1/x").header("Origin", "https://erp.example.cn"))))
                .isEqualTo(200);
    }

    @Test
    public void letsEverybodySignInAndOut() throws Exception {
        assertThat(platform.send(platform.request("/v1/session").POST(BodyPublishers.noBody()))
                        .body())
                .isEqualTo("nobody");
        assertThat(platform.send(platform.request("/v1/session").DELETE()).statusCode())
                .isEqualTo(200);
        assertThat(platform.send(platform.request("/v1/session").GET()).statusCode())
                .isEqualTo(401);
        assertThat(platform.send(platform.request("/v1/session/..;/me").POST(BodyPublishers.noBody()))
                        .statusCode())
                .isIn(400, 401);
        assertThat(server.send(server.request("/v1/session").POST(BodyPublishers.noBody()))
                        .statusCode())
                .isEqualTo(401);
    }

    @Test
    public void tellsBrowsersWhatToRefuse() throws Exception {
        HttpResponse<String> answer = server.send(ada(server.request("/v1/x").header("X-Request-Id", "abc-1")));

        assertThat(answer.headers().firstValue("Content-Security-Policy")).contains(SecurityHeaders.POLICY);
        assertThat(answer.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
        assertThat(answer.headers().firstValue("Cache-Control")).contains("no-store");
        assertThat(answer.headers().firstValue("X-Request-Id")).contains("abc-1");
        HttpResponse<String> other = server.send(server.request("/v1/x").header("X-Request-Id", "<script>"));
        assertThat(other.headers().firstValue("X-Request-Id").orElse("")).matches("[0-9a-f-]{36}");
    }

    @Test
    public void hidesWhatWentWrong() throws Exception {
        HttpResponse<String> answer = server.send(ada(server.request("/v1/fail")));

        assertThat(answer.statusCode()).isEqualTo(500);
        assertThat(answer.body()).contains("error id").doesNotContain("secret").doesNotContain("Exception");
        assertThat(server.gate.drain(Duration.ofSeconds(2))).isTrue();
    }

    @Test
    public void answersBesideTheApplication() throws Exception {
        assertThat(server.send(ada(server.request("/v2/x"))).statusCode()).isEqualTo(404);
        assertThat(server.send(ada(server.request("/v1/x").method("TRACE", BodyPublishers.noBody())))
                        .statusCode())
                .isEqualTo(405);
    }

    @Test
    public void logsEveryRequestOnce() throws Exception {
        server.send(ada(server.request("/v1/x?phone=13900000000").header("X-Request-Id", "abc-1")));
        server.send(server.request("/v1/x"));
        server.gate.hold();
        CompletableFuture<HttpResponse<String>> waiting = server.sendAsync(ada(server.request("/v1/x")));
        while (server.gate.status().waiting() == 0) {
            Thread.sleep(5);
        }
        server.gate.release();
        waiting.get(5, TimeUnit.SECONDS);

        RequestLog.Entry served = server.log.poll(5, TimeUnit.SECONDS);
        RequestLog.Entry refused = server.log.poll(5, TimeUnit.SECONDS);
        RequestLog.Entry waited = server.log.poll(5, TimeUnit.SECONDS);
        assertThat(served)
                .isEqualTo(
                        new RequestLog.Entry("abc-1", "ada", "GET", "/crm/api/customer/v1/x", 200, served.millis(), 3));
        assertThat(refused.caller()).isEqualTo("-");
        assertThat(refused.status()).isEqualTo(401);
        assertThat(refused.bytes()).isPositive();
        assertThat(waited.status()).isEqualTo(200);
        assertThat(server.log.poll(100, TimeUnit.MILLISECONDS)).isNull();
    }

    @Test
    public void refusesWhatNobodyCanRead() throws Exception {
        for (String path : new String[] {"/v1/..%2fx", "/v1/%2e%2e/x", "/v1/a%5cb", "/v1/x;a=b"}) {
            HttpResponse<String> answer = server.send(ada(server.request(path)));
            assertThat(answer.statusCode()).as(path).isEqualTo(400);
        }
        HttpResponse<String> answer =
                server.send(ada(server.request("/v1/x")).header("Content-Type", "application/json;charset=klingon"));
        assertThat(answer.statusCode()).isEqualTo(415);
        assertThat(answer.body()).contains("urn:guanxi-crm:problem:unknown-charset");
    }

    @Test
    public void letsRequestsWaitWhileTheGateIsHeld() throws Exception {
        server.gate.hold();
        CompletableFuture<HttpResponse<String>> waiting = server.sendAsync(ada(server.request("/v1/x")));
        while (server.gate.status().waiting() == 0) {
            Thread.sleep(5);
        }
        assertThat(waiting).isNotDone();

        server.gate.release();

        HttpResponse<String> answer = waiting.get(5, TimeUnit.SECONDS);
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).isEqualTo("ada");
        assertThat(server.gate.drain(Duration.ofSeconds(2))).isTrue();
    }

    @Test
    public void tellsThoseToComeBackWhoWaitedInVain() throws Exception {
        server.gate.setReady(false);
        long begin = System.nanoTime();

        HttpResponse<String> answer = server.send(ada(server.request("/v1/x")));

        assertThat(Duration.ofNanos(System.nanoTime() - begin))
                .isBetween(Duration.ofMillis(350), Duration.ofSeconds(3));
        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(answer.headers().firstValue("Retry-After")).contains("2");
        assertThat(answer.body()).contains("urn:guanxi-crm:problem:unavailable");
        assertThat(server.gate.status().refused()).isEqualTo(1);
    }

    @Test
    public void waitsLongerForAnExchangeButNotForEver() throws Exception {
        server.gate.hold();
        long begin = System.nanoTime();

        HttpResponse<String> answer = server.send(ada(server.request("/v1/x")));

        assertThat(Duration.ofNanos(System.nanoTime() - begin))
                .isBetween(Duration.ofMillis(1_400), Duration.ofSeconds(4));
        assertThat(answer.statusCode()).isEqualTo(503);
        server.gate.release();
        assertThat(server.send(ada(server.request("/v1/x"))).statusCode()).isEqualTo(200);
    }

    @Test
    public void countsARequestUntilItsAsynchronousEnd() throws Exception {
        CompletableFuture<HttpResponse<String>> slow = server.sendAsync(ada(server.request("/v1/slow")));
        while (server.end.get() == null) {
            Thread.sleep(5);
        }
        server.gate.hold();
        assertThat(server.gate.drain(Duration.ofMillis(100))).isFalse();

        server.end.get().run();

        assertThat(slow.get(5, TimeUnit.SECONDS).body()).isEqualTo("ada");
        assertThat(server.gate.drain(Duration.ofSeconds(2))).isTrue();
        server.gate.release();
    }

    @Test
    public void doesNotCountAnAnswerThatNeverEnds() throws Exception {
        CompletableFuture<HttpResponse<String>> endless = server.sendAsync(ada(server.request("/v1/endless")));
        while (server.end.get() == null) {
            Thread.sleep(5);
        }
        server.gate.hold();
        assertThat(server.gate.drain(Duration.ofSeconds(2))).isTrue();
        server.gate.release();

        server.end.get().run();

        assertThat(endless.get(5, TimeUnit.SECONDS).statusCode()).isEqualTo(200);
        assertThat(server.gate.status().inside()).isZero();
    }

    @Test
    public void serves64ClientsThroughManyExchanges() throws Exception {
        CompletableFuture<?>[] all = new CompletableFuture<?>[400];
        for (int i = 0; i < all.length; i++) {
            all[i] = server.sendAsync(ada(server.request("/v1/x")))
                    .thenAccept(answer -> assertThat(answer.statusCode()).isEqualTo(200));
            if (i % 40 == 20) {
                server.gate.hold();
                assertThat(server.gate.drain(Duration.ofSeconds(5))).isTrue();
                Thread.sleep(10);
                server.gate.release();
            }
        }
        CompletableFuture.allOf(all).get(20, TimeUnit.SECONDS);
        assertThat(server.gate.drain(Duration.ofSeconds(2))).isTrue();
    }

    private int write(HttpRequest.Builder request) throws Exception {
        return server.send(request.POST(BodyPublishers.noBody())).statusCode();
    }

    private HttpRequest.Builder session(String path) {
        return server.request(path).header("Cookie", "crm-session=T; crm-csrf=C");
    }

    private static HttpRequest.Builder ada(HttpRequest.Builder request) {
        return request.header("Authorization", "Basic " + base64("ada:sec:ret张"));
    }

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }
}
