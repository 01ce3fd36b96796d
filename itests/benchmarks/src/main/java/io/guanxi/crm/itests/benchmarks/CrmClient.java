package io.guanxi.crm.itests.benchmarks;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/** A caller with kept-alive connections; of the product with a session, of the floor with nothing. */
final class CrmClient {

    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private static final int PIECE = 1 << 16;
    private static final ObjectMapper JSON = new ObjectMapper();

    private final URI base;
    private final String[] headers;

    private CrmClient(URI base, String... headers) {
        this.base = base;
        this.headers = headers;
    }

    /** What a caller without a session is answered; 0 where nobody listens. */
    static int status(URI base, String path) throws IOException, InterruptedException {
        try {
            HttpRequest request = HttpRequest.newBuilder(base.resolve(path)).build();
            return HTTP.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
        } catch (ConnectException e) {
            return 0;
        }
    }

    static CrmClient open(URI base) {
        return new CrmClient(base, "Accept", "application/json");
    }

    /** The first administrator of a fresh installation. */
    static CrmClient setUp(URI base, String token) throws IOException, InterruptedException {
        String body = JSON.createObjectNode()
                .put("token", token)
                .put("name", "benchmark")
                .put("password", token)
                .toString();
        HttpResponse<String> answer =
                open(base).send("/crm/api/platform/v1/setup", "POST", HttpRequest.BodyPublishers.ofString(body), 200);
        List<String> cookies = answer.headers().allValues("Set-Cookie").stream()
                .map(cookie -> cookie.substring(0, cookie.indexOf(';')))
                .toList();
        String csrf = cookies.stream()
                .filter(cookie -> cookie.startsWith("crm-csrf="))
                .map(cookie -> cookie.substring("crm-csrf=".length()))
                .findFirst()
                .orElseThrow();
        return new CrmClient(
                base,
                "Accept",
                "application/json",
                "X-CSRF-Token",
                csrf,
                "Cookie",
                cookies.stream().collect(Collectors.joining("; ")));
    }

    /** Opens a session for somebody; the answer is thrown away. */
    void signIn(String name, String password) throws IOException, InterruptedException {
        String body = JSON.createObjectNode()
                .put("user", name)
                .put("password", password)
                .toString();
        open(base).send("/crm/api/platform/v1/session", "POST", HttpRequest.BodyPublishers.ofString(body), 200);
    }

    /** The same caller by an API key. */
    CrmClient withKey() throws IOException, InterruptedException {
        String body = "{\"name\":\"benchmark\",\"roles\":[\"administrator\"]}";
        JsonNode key = JSON.readTree(
                send("/crm/api/platform/v1/api-keys", "POST", HttpRequest.BodyPublishers.ofString(body), 201)
                        .body());
        return new CrmClient(
                base,
                "Accept",
                "application/json",
                "Authorization",
                "Bearer " + key.path("token").asText());
    }

    String get(String path) throws IOException, InterruptedException {
        return send(path, "GET", HttpRequest.BodyPublishers.noBody(), 200).body();
    }

    /** Takes a list as CSV, piece by piece, and counts its lines. */
    long download(String path) throws IOException, InterruptedException {
        HttpRequest request = builder(path).setHeader("Accept", "text/csv").build();
        HttpResponse<InputStream> answer = HTTP.send(request, HttpResponse.BodyHandlers.ofInputStream());
        if (answer.statusCode() != 200) {
            throw new IllegalStateException(answer.toString());
        }
        long lines = 0;
        byte[] piece = new byte[PIECE];
        try (InputStream in = answer.body()) {
            for (int length = in.read(piece); length >= 0; length = in.read(piece)) {
                for (int i = 0; i < length; i++) {
                    lines += piece[i] == '\n' ? 1 : 0;
                }
            }
        }
        return lines;
    }

    /** The id behind the last slash of where the new record is. */
    String create(String path, String body) throws IOException, InterruptedException {
        String location = send(path, "POST", HttpRequest.BodyPublishers.ofString(body), 201)
                .headers()
                .firstValue("Location")
                .orElseThrow();
        return location.substring(location.lastIndexOf('/') + 1);
    }

    /** Uploads the file and waits for the import to end; anything but a clean import fails. */
    JsonNode upload(String type, Path file) throws IOException, InterruptedException {
        HttpRequest request = builder("/crm/api/platform/v1/imports?type=" + type)
                .header("Content-Type", "text/csv")
                .POST(HttpRequest.BodyPublishers.ofFile(file))
                .build();
        HttpResponse<String> accepted = checked(HTTP.send(request, HttpResponse.BodyHandlers.ofString()), 202);
        String path = URI.create(accepted.headers().firstValue("Location").orElseThrow())
                .getPath();
        while (true) {
            JsonNode job = JSON.readTree(get(path));
            String state = job.get("state").asText();
            if (state.equals("DONE") && job.get("rejected").asLong() == 0) {
                return job;
            }
            if (!state.equals("QUEUED") && !state.equals("RUNNING")) {
                throw new IllegalStateException(job.toString());
            }
            Thread.sleep(20);
        }
    }

    private HttpResponse<String> send(String path, String method, HttpRequest.BodyPublisher body, int status)
            throws IOException, InterruptedException {
        HttpRequest.Builder builder = builder(path).method(method, body);
        if (method.equals("POST")) {
            builder.header("Content-Type", "application/json");
        }
        return checked(HTTP.send(builder.build(), HttpResponse.BodyHandlers.ofString()), status);
    }

    private HttpRequest.Builder builder(String path) {
        return HttpRequest.newBuilder(base.resolve(path)).headers(headers);
    }

    private static HttpResponse<String> checked(HttpResponse<String> answer, int status) {
        if (answer.statusCode() != status) {
            throw new IllegalStateException(answer + " " + answer.body());
        }
        return answer;
    }
}
