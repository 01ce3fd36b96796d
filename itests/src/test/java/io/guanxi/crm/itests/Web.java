package io.guanxi.crm.itests;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** A client of the server under test. */
final class Web {

    static {
        // The server gives idle connections up after a minute; a client that keeps them longer sends into the void.
        System.setProperty("jdk.httpclient.keepalive.timeout", "20");
    }

    private static final HttpClient CLIENT = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    private final String base;
    private final List<String> headers;

    private Web(String base, List<String> headers) {
        this.base = base;
        this.headers = headers;
    }

    /** What came back. */
    record Answer(int status, String body, HttpResponse<String> response) {

        Optional<String> header(String name) {
            return response.headers().firstValue(name);
        }

        /** The text between {@code "name":"} and the next quote. */
        String text(String name) {
            String marker = "\"" + name + "\":\"";
            int at = body.indexOf(marker);
            if (at < 0) {
                throw new AssertionError("no " + name + " in " + body);
            }
            return body.substring(at + marker.length(), body.indexOf('"', at + marker.length()));
        }
    }

    static Web signedOut() {
        return new Web("http://127.0.0.1:" + System.getProperty("crm.port"), List.of());
    }

    String base() {
        return base;
    }

    Web basic(String name, String password) {
        String credentials =
                Base64.getEncoder().encodeToString((name + ":" + password).getBytes(StandardCharsets.UTF_8));
        return with("Authorization", "Basic " + credentials);
    }

    Web with(String header, String value) {
        List<String> more = new ArrayList<>(headers);
        more.add(header);
        more.add(value);
        return new Web(base, more);
    }

    Answer get(String path) throws IOException, InterruptedException {
        return send(request(path).GET());
    }

    Answer post(String path, String json) throws IOException, InterruptedException {
        return send(json(request(path), "POST", json));
    }

    Answer patch(String path, String json) throws IOException, InterruptedException {
        return send(json(request(path), "PATCH", json));
    }

    Answer delete(String path) throws IOException, InterruptedException {
        return send(request(path).DELETE());
    }

    Answer upload(String path, byte[] csv) throws IOException, InterruptedException {
        return send(request(path).header("Content-Type", "text/csv").POST(HttpRequest.BodyPublishers.ofByteArray(csv)));
    }

    Answer upload(String path, java.nio.file.Path csv) throws IOException, InterruptedException {
        return send(request(path).header("Content-Type", "text/csv").POST(HttpRequest.BodyPublishers.ofFile(csv)));
    }

    Answer send(String method, String path, String contentType, String body) throws IOException, InterruptedException {
        return send(request(path)
                .header("Content-Type", contentType)
                .method(method, HttpRequest.BodyPublishers.ofString(body)));
    }

    /** Without a body. */
    Answer send(String method, String path) throws IOException, InterruptedException {
        return send(request(path).method(method, HttpRequest.BodyPublishers.noBody()));
    }

    HttpResponse<String> raw(HttpRequest request) throws IOException, InterruptedException {
        return CLIENT.send(request, HttpResponse.BodyHandlers.ofString());
    }

    CompletableFuture<HttpResponse<String>> getLater(String path) {
        return CLIENT.sendAsync(request(path).GET().build(), HttpResponse.BodyHandlers.ofString());
    }

    CompletableFuture<HttpResponse<String>> postLater(String path, String json) {
        return CLIENT.sendAsync(json(request(path), "POST", json).build(), HttpResponse.BodyHandlers.ofString());
    }

    /** Asks again until the answer is 200; for what comes up by and by. */
    Answer awaitOk(String path) throws IOException, InterruptedException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            Optional<Answer> answer = attempt(path);
            if (answer.isPresent() && answer.get().status() == 200) {
                return answer.get();
            }
            if (System.nanoTime() > end) {
                throw new AssertionError(path + " never became 200: " + answer.map(Answer::body));
            }
            TimeUnit.MILLISECONDS.sleep(250);
        }
    }

    private Optional<Answer> attempt(String path) throws InterruptedException {
        try {
            return Optional.of(get(path));
        } catch (IOException e) {
            return Optional.empty(); // the server does not listen yet
        }
    }

    HttpRequest.Builder request(String path) {
        HttpRequest.Builder builder =
                HttpRequest.newBuilder(URI.create(base + path)).timeout(Duration.ofSeconds(60));
        for (int i = 0; i < headers.size(); i += 2) {
            builder.header(headers.get(i), headers.get(i + 1));
        }
        return builder;
    }

    private static HttpRequest.Builder json(HttpRequest.Builder builder, String method, String json) {
        return builder.header("Content-Type", "application/json")
                .method(method, HttpRequest.BodyPublishers.ofString(json));
    }

    private static Answer send(HttpRequest.Builder builder) throws IOException, InterruptedException {
        HttpResponse<String> response = CLIENT.send(builder.build(), HttpResponse.BodyHandlers.ofString());
        return new Answer(response.statusCode(), response.body(), response);
    }
}
