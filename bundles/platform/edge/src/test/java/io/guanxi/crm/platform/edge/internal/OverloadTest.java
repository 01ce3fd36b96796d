package io.guanxi.crm.platform.edge.internal;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;

import io.guanxi.crm.platform.idempotency.Replies;
import io.guanxi.crm.platform.modules.Neighbour;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import javax.servlet.http.HttpServlet;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import org.junit.Rule;
import org.junit.Test;

/** More than can be served, over HTTP. */
public class OverloadTest {

    private static final EdgeSettings.Limits NARROW =
            new EdgeSettings.Limits(300, 1500, 4, 4, Duration.ofMillis(300), 1, 0, 1);

    private final Work work = new Work();

    @Rule
    public final EdgeServer server = new EdgeServer("customer", work, unused(), NARROW);

    @Rule
    public final EdgeServer metered = new EdgeServer(
            "contact", new Work(), unused(), new EdgeSettings.Limits(300, 1500, 4, 4, Duration.ofSeconds(1), 1, 1, 3));

    @Test
    public void refusesAtOnceWhatItCanNotServe() throws Exception {
        work.pace = new Semaphore(0);
        List<CompletableFuture<HttpResponse<String>>> all = many(28);
        await(() -> all.stream().filter(CompletableFuture::isDone).count() >= 20);

        for (CompletableFuture<HttpResponse<String>> answer : all) {
            if (answer.isDone()) {
                assertThat(answer.get().statusCode()).isEqualTo(503);
                assertThat(answer.get().headers().firstValue("Retry-After")).contains("1");
                assertThat(answer.get().body()).contains("urn:guanxi-crm:problem:overloaded");
            }
        }
        assertThat(work.inside.get()).isEqualTo(4);

        work.pace.release(100);
        assertThat(statuses(all).get(200)).isBetween(4L, 8L);
        assertThat(work.most.get()).isEqualTo(4);
        assertThat(server.send(ada(server.request("/v1/x"))).statusCode()).isEqualTo(200);
    }

    @Test
    public void tellsThoseInLineWhoseTurnDoesNotCome() throws Exception {
        work.pace = new Semaphore(0);
        List<CompletableFuture<HttpResponse<String>>> all = many(8);
        await(() -> all.stream().filter(CompletableFuture::isDone).count() == 4);
        work.pace.release(100);

        assertThat(statuses(all)).isEqualTo(Map.of(200, 4L, 503, 4L));
        assertThat(server.gate.drain(Duration.ofSeconds(2))).isTrue();
    }

    @Test
    public void anExchangeDoesNotWaitForThoseInLine() throws Exception {
        work.pace = new Semaphore(0);
        List<CompletableFuture<HttpResponse<String>>> all = many(8);
        await(() -> work.inside.get() == 4);
        server.gate.hold();
        work.pace.release(4);
        assertThat(server.gate.drain(Duration.ofSeconds(2))).isTrue();
        work.pace.release(100);
        server.gate.release();

        assertThat(statuses(all)).isEqualTo(Map.of(200, 8L));
    }

    @Test
    public void filesDoNotHoldUpTheOthers() throws Exception {
        work.pace = new Semaphore(0);
        CompletableFuture<HttpResponse<String>> upload = server.sendAsync(
                ada(server.request("/v1/x")).header("Content-Type", "text/csv").POST(BodyPublishers.ofString("a,b")));
        await(() -> work.inside.get() == 1);

        HttpResponse<String> second = server.send(ada(server.request("/v1/x")).header("Accept", "text/csv"));
        CompletableFuture<HttpResponse<String>> page = server.sendAsync(ada(server.request("/v1/x")));
        await(() -> work.inside.get() == 2);
        work.pace.release(100);

        assertThat(second.statusCode()).isEqualTo(503);
        assertThat(page.get(5, TimeUnit.SECONDS).statusCode()).isEqualTo(200);
        assertThat(upload.get(5, TimeUnit.SECONDS).statusCode()).isEqualTo(200);
    }

    /** Clients that come back at once, five times as many as there is room for. */
    @Test
    public void whatIsAcceptedIsNeverServedTogetherWithMoreThanThereIsRoomFor() throws Exception {
        work.millis = 20;
        Answers usual = load(8, 60);
        Answers overload = load(40, 60);

        assertThat(usual.refused()).isZero();
        assertThat(overload.refused()).isPositive();
        assertThat(overload.accepted()).isPositive();
        assertThat(work.most.get()).isEqualTo(4);
    }

    @Test
    public void metersEveryCaller() throws Exception {
        List<Integer> statuses = new ArrayList<>();
        HttpResponse<String> last = metered.send(ada(metered.request("/v1/x")));
        statuses.add(last.statusCode());
        for (int i = 0; i < 9; i++) {
            last = metered.send(ada(metered.request("/v1/x")));
            statuses.add(last.statusCode());
        }
        assertThat(statuses).startsWith(200, 200, 200).contains(429);
        HttpResponse<String> refused = last;
        assertThat(refused.headers().firstValue("Retry-After")).contains("1");
    }

    @Test
    public void refusesLongAddressesAndHeaders() throws Exception {
        HttpResponse<String> address = server.send(ada(server.request("/v1/x?q=" + "q".repeat(300))));
        HttpResponse<String> headers = server.send(ada(server.request("/v1/x")).header("X-Long", "x".repeat(1500)));

        assertThat(address.statusCode()).isEqualTo(414);
        assertThat(address.headers().firstValue("Content-Type")).contains("application/problem+json");
        assertThat(headers.statusCode()).isEqualTo(431);
        assertThat(headers.headers().firstValue("Content-Type")).contains("application/problem+json");
    }

    private record Answers(int accepted, int refused) {}

    private Answers load(int clients, int each) throws Exception {
        AtomicInteger refused = new AtomicInteger();
        List<Future<Integer>> futures = new ArrayList<>();
        ExecutorService threads = Executors.newFixedThreadPool(clients);
        try {
            for (int c = 0; c < clients; c++) {
                futures.add(threads.submit(() -> client(each, refused)));
            }
            int accepted = 0;
            for (Future<Integer> future : futures) {
                accepted += future.get(60, TimeUnit.SECONDS);
            }
            return new Answers(accepted, refused.get());
        } finally {
            threads.shutdownNow();
        }
    }

    private int client(int requests, AtomicInteger refused) throws Exception {
        int accepted = 0;
        for (int i = 0; i < requests; i++) {
            int status = server.send(ada(server.request("/v1/x"))).statusCode();
            if (status == 200) {
                accepted++;
            } else {
                assertThat(status).isEqualTo(503);
                refused.incrementAndGet();
            }
        }
        return accepted;
    }

    private List<CompletableFuture<HttpResponse<String>>> many(int count) {
        List<CompletableFuture<HttpResponse<String>>> answers = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            answers.add(server.sendAsync(ada(server.request("/v1/x"))));
        }
        return answers;
    }

    private static Map<Integer, Long> statuses(List<CompletableFuture<HttpResponse<String>>> answers) throws Exception {
        CompletableFuture.allOf(answers.toArray(CompletableFuture[]::new)).get(10, TimeUnit.SECONDS);
        return answers.stream().collect(groupingBy(answer -> answer.join().statusCode(), counting()));
    }

    private static void await(java.util.function.BooleanSupplier condition) throws InterruptedException {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(10);
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).isLessThan(end);
            Thread.sleep(5);
        }
    }

    private static Neighbour<Replies> unused() {
        return new Neighbour<>() {
            @Override
            public Replies get() {
                throw new AssertionError("no request here has a key");
            }

            @Override
            public void close() {
                // nothing is held
            }
        };
    }

    private static HttpRequest.Builder ada(HttpRequest.Builder request) {
        String ada = Base64.getEncoder().encodeToString("ada:sec:ret张".getBytes(StandardCharsets.UTF_8));
        return request.header("Authorization", "Basic " + ada);
    }

    /** Takes as long as it is told. */
    private static final class Work extends HttpServlet {

        private static final long serialVersionUID = 1L;

        private final AtomicInteger inside = new AtomicInteger();
        private final AtomicInteger most = new AtomicInteger();
        private transient volatile Semaphore pace = new Semaphore(Integer.MAX_VALUE);
        private volatile long millis;

        @Override
        protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
            most.accumulateAndGet(inside.incrementAndGet(), Math::max);
            try {
                pace.acquire();
                TimeUnit.MILLISECONDS.sleep(millis);
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            } finally {
                inside.decrementAndGet();
            }
            response.getOutputStream().write('x');
        }
    }
}
