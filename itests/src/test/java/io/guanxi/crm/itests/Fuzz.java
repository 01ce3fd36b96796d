package io.guanxi.crm.itests;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.guanxi.crm.itests.ApiDocument.Route;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Pattern;

/** Malformed requests to every route of the OpenAPI document: the same ones for the same seed. */
final class Fuzz {

    private static final int CLIENTS = 4;
    private static final long SLOW_MILLIS = 1_000;
    private static final Pattern INSIDE = Pattern.compile("Exception|\\tat |\\bjava\\.|\\borg\\.|\\bcom\\.fasterxml");
    private static final List<String> TYPES = List.of(
            "application/json",
            "application/json",
            "application/json",
            "application/merge-patch+json",
            "application/json;charset=utf-16",
            "application/json;charset=klingon",
            "text/plain",
            "text/csv",
            "application/xml",
            "multipart/form-data; boundary=x",
            "application/x-www-form-urlencoded",
            "nonsense",
            "*/*",
            ";;;");
    private static final List<String> HEADERS = List.of(
            "Accept",
            "Accept-Language",
            "Accept-Charset",
            "Accept-Encoding",
            "If-Match",
            "If-None-Match",
            "Idempotency-Key",
            "X-Request-Id",
            "X-CSRF-Token",
            "X-Forwarded-Proto",
            "X-HTTP-Method-Override",
            "Content-Encoding",
            "Content-Language",
            "Range",
            "Cookie",
            "Authorization");

    private final Web web;
    private final ApiDocument document;
    private final List<Route> routes;
    private final long seed;
    private final AtomicInteger next = new AtomicInteger();
    private final AtomicLong slowest = new AtomicLong();
    private final Map<Integer, AtomicInteger> statuses = java.util.Collections.synchronizedMap(new TreeMap<>());
    private final Queue<String> failures = new ConcurrentLinkedQueue<>();

    Fuzz(Web web, ApiDocument document, long seed) {
        this.web = web;
        this.document = document;
        this.seed = seed;
        // Signing in is left out: guessing passwords is throttled, for everybody.
        this.routes =
                document.routes().stream().filter(route -> !route.isPublic()).toList();
    }

    /** What came back that must not, at most a few. */
    List<String> run(int requests) throws Exception {
        long begin = System.nanoTime();
        ExecutorService clients = Executors.newFixedThreadPool(CLIENTS);
        try {
            List<Future<?>> all = new ArrayList<>();
            for (int c = 0; c < CLIENTS; c++) {
                all.add(clients.submit(() -> {
                    for (int i = next.getAndIncrement(); i < requests; i = next.getAndIncrement()) {
                        one(i);
                    }
                    return 0;
                }));
            }
            for (Future<?> client : all) {
                client.get();
            }
        } finally {
            clients.shutdownNow();
        }
        System.out.printf(
                "%d malformed requests to %d routes in %d s, slowest %d ms, statuses %s, seed %d%n",
                requests,
                routes.size(),
                TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - begin),
                slowest.get(),
                statuses,
                seed);
        return failures.stream().limit(20).toList();
    }

    private void one(int number) throws IOException, InterruptedException {
        HttpRequest request = request(number);
        long millis = timed(number, request, true);
        // A machine that is busy for a moment is no hang: what is slow must be slow again.
        if (millis > SLOW_MILLIS && timed(number, request, false) > SLOW_MILLIS) {
            failures.add(number + " " + request + " took " + millis + " ms");
        }
        slowest.accumulateAndGet(millis, Math::max);
    }

    private long timed(int number, HttpRequest request, boolean judged) throws IOException, InterruptedException {
        long begin = System.nanoTime();
        HttpResponse<String> answer = web.raw(request);
        long millis = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begin);
        if (judged) {
            statuses.computeIfAbsent(answer.statusCode(), status -> new AtomicInteger())
                    .incrementAndGet();
            judge(number, request, answer);
        }
        return millis;
    }

    private void judge(int number, HttpRequest request, HttpResponse<String> answer) {
        boolean refused = answer.statusCode() >= 400;
        String type = answer.headers().firstValue("Content-Type").orElse("");
        if (answer.statusCode() >= 500
                || (refused && INSIDE.matcher(answer.body()).find())
                || (refused && !type.startsWith("application/problem+json") && !isTheContainers(request, answer))) {
            failures.add(number + " " + request + " " + request.headers().map() + " -> " + answer.statusCode() + " "
                    + type + " " + answer.body());
        }
    }

    // An address that is none, or leads out, never reaches us: the HTTP service refuses it, with a page of its own.
    // So does it refuse TRACE, without a word.
    private static boolean isTheContainers(HttpRequest request, HttpResponse<String> answer) {
        if (request.method().equals("TRACE")
                && answer.statusCode() == 405
                && answer.body().isEmpty()) {
            return true;
        }
        return List.of(400, 404, 414, 431).contains(answer.statusCode())
                && answer.headers().firstValue("X-Request-Id").isEmpty();
    }

    private HttpRequest request(int number) {
        Malformed malformed = new Malformed(new Random(seed * 1_000_003 + number));
        Route route = malformed.oneOf(routes);
        HttpRequest.Builder request = null;
        while (request == null) {
            request = addressed(route, malformed);
        }
        for (int i = malformed.oneIn(2) ? 1 : 0; i > 0; i = malformed.oneIn(3) ? 1 : 0) {
            request.setHeader(malformed.oneOf(HEADERS), malformed.inHeader());
        }
        boolean body = !route.method().equals("GET") && !route.method().equals("DELETE");
        if (body) {
            request.setHeader("Content-Type", malformed.oneOf(TYPES));
            if (malformed.oneIn(2)) {
                request.setHeader("If-Match", "\"1\"");
            }
        }
        JsonNode schema = document.body(route);
        return request.method(
                        malformed.oneIn(40)
                                ? malformed.oneOf(List.of("PUT", "OPTIONS", "HEAD", "TRACE", "FOO"))
                                : route.method(),
                        body
                                ? BodyPublishers.ofByteArray(malformed.document(
                                        document,
                                        schema.isMissingNode() ? JsonNodeFactory.instance.objectNode() : schema))
                                : BodyPublishers.noBody())
                .build();
    }

    private HttpRequest.@org.jspecify.annotations.Nullable Builder addressed(Route route, Malformed malformed) {
        StringBuilder address = new StringBuilder();
        String[] parts = route.path().substring(1).split("/", -1);
        for (int i = 0; i < parts.length; i++) {
            String part = parts[i];
            // Beside the modules nothing of ours answers.
            boolean keep = i < 3 || !part.startsWith("{");
            // Ids that are there are left alone: the other tests want their records.
            address.append('/')
                    .append(
                            keep && (i < 3 || !malformed.oneIn(200))
                                    ? part
                                    : malformed.oneIn(2) ? "999999999" : malformed.inAddress());
        }
        String separator = "?";
        for (String parameter : route.parameters()) {
            if (!malformed.oneIn(3)) {
                address.append(separator).append(parameter).append('=').append(malformed.inAddress());
                separator = "&";
            }
        }
        try {
            return web.request(address.toString());
        } catch (IllegalArgumentException e) {
            return null; // the client refuses to send it
        }
    }
}
