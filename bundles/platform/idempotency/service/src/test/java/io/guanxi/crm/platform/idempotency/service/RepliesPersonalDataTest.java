package io.guanxi.crm.platform.idempotency.service;

import static org.assertj.core.api.Assertions.assertThat;

import io.guanxi.crm.platform.idempotency.Reply;
import io.guanxi.crm.platform.idempotency.RequestKey;
import io.guanxi.crm.platform.privacy.Erased;
import io.guanxi.crm.platform.privacy.Subject;
import io.guanxi.crm.platform.privacy.Traces;
import io.guanxi.crm.platform.testing.Postgresql;
import io.guanxi.crm.platform.testing.TestDatabase;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.Rule;
import org.junit.Test;
import org.junit.runner.RunWith;
import org.junit.runners.Parameterized;
import org.junit.runners.Parameterized.Parameters;

@RunWith(Parameterized.class)
public class RepliesPersonalDataTest {

    @Parameters(name = "{0}")
    public static List<String> databases() {
        return List.of("derby", "postgresql");
    }

    @Rule
    public final TestDatabase database;

    public RepliesPersonalDataTest(String name) {
        database = name.equals("derby")
                ? new TestDatabase("idempotency")
                : new TestDatabase(Postgresql.fresh(), "idempotency");
    }

    @Test
    public void repliesThatTellOfThePersonLoseTheirBodyAndStayKnown() {
        JdbcReplies replies =
                new JdbcReplies(database.dataSource(), database.transactions(), Clock.systemUTC(), Duration.ofHours(1));
        keep(replies, "own", "/crm/api/customer/v1/customers/1/persons/5", "{\"name\":\"was another\"}");
        keep(replies, "named", "/crm/api/customer/v1/customers/9", "{\"name\":\"张伟商店\"}");
        keep(replies, "55", "/crm/api/customer/v1/customers/1/persons/55", "{\"name\":\"王芳\"}");
        keep(replies, "for 张伟", "/crm/api/customer/v1/customers/8", "{\"name\":\"李四\"}");
        Traces traces = new Traces();
        traces.about("person", List.of(5L));
        traces.text("张伟");

        Erased did = database.transactions()
                .call(() -> new RepliesPersonalData(database.dataSource()).erase(new Subject("person", 5), traces));

        assertThat(did.lines())
                .extracting(line -> line.deed() + " " + line.count())
                .containsExactly("DELETED 1", "EMPTIED 2");
        Reply own = replies.find(new RequestKey("ada", "own")).orElseThrow();
        assertThat(own.body()).isEmpty();
        assertThat(own.status()).isEqualTo(201);
        assertThat(own.location()).isPresent();
        assertThat(replies.find(new RequestKey("ada", "named")).orElseThrow().body())
                .isEmpty();
        assertThat(replies.find(new RequestKey("ada", "55")).orElseThrow().body())
                .isNotEmpty();
        assertThat(replies.find(new RequestKey("ada", "for 张伟"))).isEmpty();
    }

    private static void keep(JdbcReplies replies, String key, String location, String body) {
        replies.keep(
                new RequestKey("ada", key),
                () -> new Reply(
                        "f".repeat(64),
                        201,
                        Optional.of("application/json"),
                        Optional.of(location),
                        Optional.empty(),
                        body.getBytes(StandardCharsets.UTF_8)));
    }
}
