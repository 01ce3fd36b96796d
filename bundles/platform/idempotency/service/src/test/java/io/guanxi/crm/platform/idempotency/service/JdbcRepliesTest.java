package io.guanxi.crm.platform.idempotency.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.guanxi.crm.platform.idempotency.Reply;
import io.guanxi.crm.platform.idempotency.RequestInFlightException;
import io.guanxi.crm.platform.idempotency.RequestKey;
import io.guanxi.crm.platform.persistence.Jdbc;
import io.guanxi.crm.platform.testing.TestDatabase;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;

public class JdbcRepliesTest {

    private static final RequestKey KEY = new RequestKey("ada", "k-1");
    private static final Reply CREATED = new Reply(
            "f".repeat(64),
            201,
            Optional.of("application/json"),
            Optional.of("http://localhost/things/7"),
            Optional.of("\"1\""),
            "{\"name\":\"张伟\"}".getBytes(StandardCharsets.UTF_8));

    @Rule
    public final TestDatabase database = new TestDatabase("idempotency");

    private static final Instant BEGIN = Instant.parse("2026-03-01T08:30:00Z");

    private Duration passed = Duration.ZERO;
    private final Clock clock = ((InstantSource) () -> BEGIN.plus(passed)).withZone(ZoneOffset.UTC);

    @SuppressWarnings("NullAway.Init")
    private JdbcReplies replies;

    @Before
    public void open() {
        replies = node();
        database.jdbc().update("CREATE TABLE THING (ID INT NOT NULL)", Jdbc.NONE);
    }

    @Test
    public void givesTheSameReplyAgain() {
        Reply first = replies.keep(KEY, this::create);
        Reply second = replies.keep(KEY, this::create);

        assertThat(second).usingRecursiveComparison().isEqualTo(first).isEqualTo(CREATED);
        assertThat(things()).isEqualTo(1);
    }

    @Test
    public void keepsRepliesOverARestart() {
        replies.keep(KEY, this::create);
        replies = node();

        assertThat(replies.find(KEY)).get().usingRecursiveComparison().isEqualTo(CREATED);
        assertThat(replies.find(new RequestKey("bob", "k-1"))).isEmpty();
    }

    @Test
    public void rollsBackWhatWasRefusedAndKeepsTheRefusal() {
        Reply refused = status(422);

        assertThat(replies.keep(KEY, () -> {
                    enter();
                    return refused;
                }))
                .isSameAs(refused);

        assertThat(things()).isZero();
        assertThat(replies.keep(KEY, this::create).status()).isEqualTo(422);
    }

    @Test
    public void keepsNothingOfAFailure() {
        for (int status : new int[] {500, 503, 401, 413, 429}) {
            assertThat(replies.keep(KEY, () -> {
                                enter();
                                return status(status);
                            })
                            .status())
                    .isEqualTo(status);
        }
        assertThatThrownBy(() -> replies.keep(KEY, () -> {
                    enter();
                    throw new IllegalStateException("half way");
                }))
                .hasMessage("half way");

        assertThat(things()).isZero();
        assertThat(replies.keep(KEY, this::create).status()).isEqualTo(201);
        assertThat(things()).isEqualTo(1);
    }

    @Test
    public void refusesASecondWhileTheFirstIsServed() {
        replies.keep(KEY, () -> {
            assertThatThrownBy(() -> replies.keep(KEY, this::create)).isInstanceOf(RequestInFlightException.class);
            return CREATED;
        });
    }

    @Test
    public void letsTheDatabaseDecideBetweenTwoNodes() {
        JdbcReplies other = node();
        Reply reply = replies.keep(KEY, () -> {
            // The other node commits while we are at it.
            database.transactions()
                    .callAlone(() -> other.keep(
                            KEY,
                            () -> new Reply(
                                    "f".repeat(64),
                                    201,
                                    Optional.empty(),
                                    Optional.of("/things/8"),
                                    Optional.empty(),
                                    new byte[0])));
            enter();
            return CREATED;
        });

        assertThat(reply.location()).contains("/things/8");
        assertThat(things()).isZero();
    }

    @Test
    public void forgetsAfterADay() {
        replies.keep(KEY, this::create);
        passed = Duration.ofHours(24);
        assertThat(replies.find(KEY)).isPresent();
        passed = passed.plusMillis(1);
        assertThat(replies.find(KEY)).isEmpty();

        replies.keep(KEY, this::create);
        assertThat(things()).isEqualTo(2);
    }

    @Test
    public void purgesWhatIsOld() {
        ReplyTable table = new ReplyTable(database.jdbc());
        for (int i = 0; i < 10; i++) {
            table.insert(new RequestKey("ada", "k" + i), CREATED, BEGIN.plus(Duration.ofMinutes(i)));
        }

        assertThat(table.purge(BEGIN.plus(Duration.ofMinutes(7)))).isEqualTo(7);
        assertThat(table.find(new RequestKey("ada", "k7"))).isPresent();
        assertThat(table.purge(BEGIN)).isZero();
    }

    @Test
    public void letsLongWorkCommitByItself() {
        AtomicInteger runs = new AtomicInteger();
        for (int i = 0; i < 2; i++) {
            replies.keepAfterwards(KEY, () -> {
                runs.incrementAndGet();
                enter();
                return status(202);
            });
        }
        assertThat(runs.get()).isEqualTo(1);
        assertThat(things()).isEqualTo(1);
    }

    private JdbcReplies node() {
        return new JdbcReplies(database.dataSource(), database.transactions(), clock, Duration.ofHours(24));
    }

    private Reply create() {
        enter();
        return CREATED;
    }

    private void enter() {
        database.jdbc().update("INSERT INTO THING VALUES (1)", Jdbc.NONE);
    }

    private int things() {
        return database.jdbc()
                .first("SELECT COUNT(*) FROM THING", Jdbc.NONE, row -> row.getInt(1))
                .orElseThrow();
    }

    private static Reply status(int status) {
        return new Reply("f".repeat(64), status, Optional.empty(), Optional.empty(), Optional.empty(), new byte[0]);
    }
}
