package io.guanxi.crm.platform.edge.internal;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;

import io.guanxi.crm.platform.edge.SecretAnswer;
import io.guanxi.crm.platform.idempotency.service.JdbcReplies;
import io.guanxi.crm.platform.modules.Neighbour;
import io.guanxi.crm.platform.persistence.IdSequence;
import io.guanxi.crm.platform.persistence.Jdbc;
import io.guanxi.crm.platform.testing.TestDatabase;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import javax.servlet.http.HttpServlet;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.RuleChain;

/** Requests with a key, over HTTP, into a real database. */
public class KeyedRequestTest {

    private final TestDatabase database = new TestDatabase("idempotency");
    private final Things things = new Things();
    private final JdbcReplies replies =
            new JdbcReplies(database.dataSource(), database.transactions(), Clock.systemUTC(), Duration.ofHours(24));
    private final EdgeServer server = new EdgeServer("customer", things, Neighbour.fixed(replies), EdgeServer.USUAL);

    @Rule
    public final RuleChain rules = RuleChain.outerRule(database).around(server);

    @Before
    public void createTable() {
        database.jdbc().update("CREATE SEQUENCE THING_SEQ START WITH 100 INCREMENT BY 100", Jdbc.NONE);
        database.jdbc().update("CREATE TABLE THING (ID BIGINT NOT NULL, NAME VARCHAR(100))", Jdbc.NONE);
    }

    @Test
    public void givesTheSameReplyToTheSameRequest() throws Exception {
        HttpResponse<String> first = post("k1", "wheel");
        HttpResponse<String> second = post("k1", "wheel");

        assertThat(first.statusCode()).isEqualTo(201);
        assertThat(first.headers().firstValue("Idempotency-Replayed")).isEmpty();
        assertThat(second.statusCode()).isEqualTo(201);
        assertThat(second.body()).isEqualTo(first.body()).contains("wheel");
        for (String header : List.of("Location", "ETag", "Content-Type")) {
            assertThat(second.headers().firstValue(header))
                    .isPresent()
                    .isEqualTo(first.headers().firstValue(header));
        }
        assertThat(second.headers().firstValue("Idempotency-Replayed")).contains("true");
        assertThat(names()).containsExactly("wheel");
    }

    @Test
    public void keepsNoSecret() throws Exception {
        HttpResponse<String> first = post("k1", "secret");
        HttpResponse<String> second = post("k1", "secret");

        assertThat(first.body()).contains("secret");
        assertThat(second.statusCode()).isEqualTo(201);
        assertThat(second.headers().firstValue("Location"))
                .isEqualTo(first.headers().firstValue("Location"));
        assertThat(second.body()).isEmpty();
        assertThat(names()).containsExactly("secret");
    }

    @Test
    public void refusesTheKeyOfAnotherRequest() throws Exception {
        post("k1", "wheel");

        HttpResponse<String> otherBody = post("k1", "axle");
        HttpResponse<String> otherAddress =
                server.send(keyed("/v1/things?x=1", "k1").POST(BodyPublishers.ofString("wheel")));

        assertThat(otherBody.statusCode()).isEqualTo(422);
        assertThat(otherBody.body())
                .contains("urn:guanxi-crm:problem:key-reused")
                .contains("\"Idempotency-Key\"");
        assertThat(otherAddress.statusCode()).isEqualTo(422);
        assertThat(names()).containsExactly("wheel");
    }

    @Test
    public void refusesAKeyThatCanNotBeOne() throws Exception {
        assertThat(post("k".repeat(255), "wheel").statusCode()).isEqualTo(201);
        assertThat(post("k".repeat(256), "wheel").statusCode()).isEqualTo(400);
        assertThat(post("", "wheel").statusCode()).isEqualTo(400);
    }

    @Test
    public void makesOneRecordOf64ThatComeAtOnce() throws Exception {
        List<CompletableFuture<HttpResponse<String>>> answers = new ArrayList<>();
        for (int i = 0; i < 64; i++) {
            answers.add(server.sendAsync(keyed("/v1/things", "k1").POST(BodyPublishers.ofString("wheel"))));
        }
        List<HttpResponse<String>> all = new ArrayList<>();
        for (CompletableFuture<HttpResponse<String>> answer : answers) {
            all.add(answer.get(30, TimeUnit.SECONDS));
        }

        assertThat(names()).containsExactly("wheel");
        Map<Integer, Long> statuses = all.stream().collect(groupingBy(HttpResponse::statusCode, counting()));
        assertThat(statuses.keySet()).isSubsetOf(201, 409);
        assertThat(all.stream()
                        .filter(answer -> answer.statusCode() == 201)
                        .map(HttpResponse::body)
                        .distinct())
                .hasSize(1);
        assertThat(post("k1", "wheel").statusCode()).isEqualTo(201);
    }

    @Test
    public void tellsThatTheFirstIsNotDone() throws Exception {
        things.hold = new CountDownLatch(1);
        CompletableFuture<HttpResponse<String>> first =
                server.sendAsync(keyed("/v1/things", "k1").POST(BodyPublishers.ofString("wheel")));
        things.entered.await();

        HttpResponse<String> second = post("k1", "wheel");

        assertThat(second.statusCode()).isEqualTo(409);
        assertThat(second.body()).contains("urn:guanxi-crm:problem:in-flight");
        assertThat(second.headers().firstValue("Retry-After")).contains("1");
        things.hold.countDown();
        assertThat(first.get(5, TimeUnit.SECONDS).statusCode()).isEqualTo(201);
        assertThat(post("k1", "wheel").body()).isEqualTo(first.get().body());
    }

    @Test
    public void takesBackWhatWasWrittenBeforeAFailure() throws Exception {
        things.fail.set(true);
        assertThat(post("k1", "wheel").statusCode()).isEqualTo(500);
        assertThat(names()).isEmpty();

        things.fail.set(false);
        assertThat(post("k1", "wheel").statusCode()).isEqualTo(201);
        assertThat(names()).containsExactly("wheel");
    }

    @Test
    public void repeatsARefusalToo() throws Exception {
        HttpResponse<String> first = post("k1", "");
        things.fail.set(true);
        HttpResponse<String> second = post("k1", "");

        assertThat(first.statusCode()).isEqualTo(422);
        assertThat(second.statusCode()).isEqualTo(422);
        assertThat(second.body()).isEqualTo(first.body());
    }

    @Test
    public void streamsAFileOfAnySize() throws Exception {
        byte[] block = new byte[1 << 16];
        List<HttpResponse<String>> answers = new ArrayList<>();
        for (int blocks : new int[] {1024, 1024, 1023}) {
            answers.add(server.send(keyed("/v1/things", "file")
                    .header("Content-Type", "text/csv")
                    .POST(BodyPublishers.ofByteArrays(
                            () -> Stream.generate(() -> block).limit(blocks).iterator()))));
        }

        assertThat(answers).extracting(HttpResponse::statusCode).containsExactly(201, 201, 422);
        assertThat(answers.get(1).body()).isEqualTo(answers.get(0).body());
        assertThat(names()).containsExactly("67108864 bytes");
    }

    @Test
    public void keepsTheKeysOfCallersApartAndIgnoresOtherMethods() throws Exception {
        assertThat(post("k1", "wheel").statusCode()).isEqualTo(201);

        HttpResponse<String> get = server.send(keyed("/v1/things", "k1").GET());

        assertThat(get.statusCode()).isEqualTo(405);
        assertThat(get.headers().firstValue("Idempotency-Replayed")).isEmpty();
    }

    private HttpResponse<String> post(String key, String name) throws Exception {
        return server.send(keyed("/v1/things", key).POST(BodyPublishers.ofString(name)));
    }

    private HttpRequest.Builder keyed(String path, String key) {
        String ada = Base64.getEncoder().encodeToString("ada:sec:ret张".getBytes(StandardCharsets.UTF_8));
        return server.request(path).header("Authorization", "Basic " + ada).header("Idempotency-Key", key);
    }

    private List<String> names() {
        return database.jdbc().list("SELECT NAME FROM THING", Jdbc.NONE, row -> row.getString(1));
    }

    /** Enters a thing of the name that is sent, or a file by its length. */
    private final class Things extends HttpServlet {

        private static final long serialVersionUID = 1L;

        private final transient IdSequence ids = new IdSequence("THING_SEQ");
        private final AtomicBoolean fail = new AtomicBoolean();
        private final transient CountDownLatch entered = new CountDownLatch(1);
        private transient volatile CountDownLatch hold = new CountDownLatch(0);

        @Override
        protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
            String type = request.getContentType();
            String name = type == null
                    ? new String(request.getInputStream().readAllBytes(), StandardCharsets.UTF_8)
                    : length(request.getInputStream()) + " bytes";
            if (name.isEmpty()) {
                response.sendError(422);
                return;
            }
            long id = database.transactions().call(() -> enter(name));
            entered.countDown();
            await();
            if (fail.get()) {
                throw new IllegalStateException("after the thing was entered");
            }
            response.setStatus(201);
            response.setContentType("application/json");
            response.setHeader("Location", "http://localhost/things/" + id);
            response.setHeader("ETag", "\"1\"");
            if (name.equals("secret")) {
                response.setHeader(SecretAnswer.HEADER, "once");
            }
            response.getOutputStream()
                    .write(("{\"id\":\"" + id + "\",\"name\":\"" + name + "\"}").getBytes(StandardCharsets.UTF_8));
        }

        private long enter(String name) {
            return database.jdbc().with(connection -> {
                long id = ids.next(connection);
                database.jdbc().update("INSERT INTO THING VALUES (?, ?)", s -> {
                    s.setLong(1, id);
                    s.setString(2, name);
                });
                return id;
            });
        }

        private void await() {
            try {
                hold.await();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }

        private static long length(InputStream in) throws IOException {
            byte[] buffer = new byte[8192];
            long length = 0;
            for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                length += n;
            }
            return length;
        }
    }
}
