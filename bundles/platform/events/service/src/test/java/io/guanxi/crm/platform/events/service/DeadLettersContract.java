package io.guanxi.crm.platform.events.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.guanxi.crm.platform.events.DeadLetter;
import io.guanxi.crm.platform.events.Event;
import io.guanxi.crm.platform.events.News;
import io.guanxi.crm.platform.events.Subscription;
import io.guanxi.crm.platform.events.UnknownDeadLetterException;
import io.guanxi.crm.platform.events.UnknownSubscriptionException;
import io.guanxi.crm.platform.problem.ConflictException;
import io.guanxi.crm.platform.testing.OpenAccess;
import io.guanxi.crm.platform.testing.SignedIn;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;

/** What happens to events that a subscriber can't take. */
public abstract class DeadLettersContract {

    @Rule
    public final EventDatabase database;

    @Rule
    public final SignedIn signedIn = SignedIn.administrator();

    private final Recorder recorder = new Recorder("picky");
    private JdbcOutbox outbox;
    private JdbcSubscriptions subscriptions;

    DeadLettersContract(EventDatabase database) {
        this.database = database;
    }

    @Before
    public void open() {
        outbox = database.node("one");
        subscriptions = new JdbcSubscriptions(outbox, new OpenAccess(), Duration.ofDays(90));
        outbox.addSubscriber(recorder);
    }

    @Test
    public void laysAsideWhatFailsAndGoesOn() throws Exception {
        recorder.refused.add(2L);
        publish(1, 2, 3);

        assertThat(recorder.nextRecords(2)).containsExactly(1L, 3L);
        DeadLetter letter = letters().get(0);
        assertThat(letter.event().news()).isEqualTo(news(2));
        assertThat(letter.attempts()).isEqualTo(4);
        assertThat(letter.error()).isEqualTo("IllegalStateException: not this one");
        await(() -> subscription().lag() == 0);
        assertThat(subscription().state()).isEqualTo(Subscription.State.ACTIVE);
        assertThat(subscription().deadLetters()).isEqualTo(1);
        assertThat(subscription().node()).contains("one");
    }

    @Test
    public void keepsLaterEventsOfTheRecordBehindTheDeadOne() throws Exception {
        recorder.refused.add(2L);
        publish(2, 1);
        assertThat(recorder.nextRecords(1)).containsExactly(1L);
        recorder.refused.clear();

        publish(2, 3);
        assertThat(recorder.nextRecords(1)).containsExactly(3L);
        await(() -> letters().size() == 2);
        List<DeadLetter> letters = letters();
        assertThat(letters).allMatch(letter -> letter.event().news().recordId() == 2);
        assertThat(letters.get(1).attempts()).isZero();
        assertThat(letters.get(1).error()).isEqualTo(Delivery.WAITS);

        subscriptions.replay("picky", letters.get(1).event().sequence());

        List<Event> replayed = List.of(recorder.next(), recorder.next());
        assertThat(replayed).isEqualTo(letters.stream().map(DeadLetter::event).toList());
        await(() -> letters().isEmpty());
        publish(2);
        assertThat(recorder.nextRecords(1)).containsExactly(2L);
    }

    @Test
    public void aReplayStopsAtTheFirstLetterOfARecordThatFailsAgain() throws Exception {
        recorder.refused.add(2L);
        publish(2, 2, 1);
        recorder.nextRecords(1);
        await(() -> letters().size() == 2);
        int calls = recorder.calls.get();

        assertThat(subscriptions.replayAll("picky")).isEqualTo(2);

        await(() -> letters().get(0).attempts() == 5);
        await(() -> letters().stream().noneMatch(DeadLetter::replaying));
        assertThat(recorder.calls.get()).isEqualTo(calls + 1);
        assertThat(letters()).hasSize(2);
    }

    @Test
    public void forgetsADiscardedLetter() throws Exception {
        recorder.refused.add(2L);
        publish(2, 1);
        recorder.nextRecords(1);
        long sequence = letters().get(0).event().sequence();

        subscriptions.discard("picky", sequence);

        assertThat(letters()).isEmpty();
        assertThatThrownBy(() -> subscriptions.discard("picky", sequence))
                .isInstanceOf(UnknownDeadLetterException.class);
        assertThatThrownBy(() -> subscriptions.replay("picky", sequence))
                .isInstanceOf(UnknownDeadLetterException.class);
        recorder.refused.clear();
        publish(2);
        assertThat(recorder.nextRecords(1)).containsExactly(2L);
    }

    @Test
    public void aBrokenSubscriberWaitsInsteadOfBuryingTheWholeFeed() throws Exception {
        for (long id = 1; id <= 40; id++) {
            recorder.refused.add(id);
        }
        for (long id = 1; id <= 40; id++) {
            publish(id);
        }
        await(() -> letters().size() >= EventDatabase.RULES.deadLetters()
                && subscription().state() == Subscription.State.RETRYING);
        assertThat(letters()).hasSize(EventDatabase.RULES.deadLetters());
        assertThat(subscription().lag()).isEqualTo(30);
        assertThat(subscription().lastError()).contains("IllegalStateException: not this one");

        recorder.refused.clear();
        subscriptions.resume("picky");
        assertThat(recorder.nextRecords(30)).hasSize(30);
        subscriptions.replayAll("picky");
        assertThat(recorder.nextRecords(10)).hasSize(10);
    }

    @Test
    public void waitsWhilePaused() throws Exception {
        publish(1);
        recorder.nextRecords(1);
        subscriptions.pause("picky");
        assertThat(subscription().state()).isEqualTo(Subscription.State.PAUSED);
        publish(2);
        Recorder other = new Recorder("other");
        outbox.addSubscriber(other);
        publish(3);
        other.next();
        assertThat(recorder.rest()).isEmpty();

        subscriptions.resume("picky");

        assertThat(recorder.nextRecords(2)).containsExactly(2L, 3L);
    }

    @Test
    public void forgetsASubscriberThatIsGone() throws Exception {
        publish(1);
        recorder.nextRecords(1);
        assertThatThrownBy(() -> subscriptions.forget("picky")).isInstanceOf(ConflictException.class);
        outbox.removeSubscriber(recorder);
        assertThat(subscription().state()).isEqualTo(Subscription.State.AWAY);

        subscriptions.forget("picky");

        assertThat(subscriptions.list()).isEmpty();
        assertThatThrownBy(() -> subscriptions.forget("picky")).isInstanceOf(UnknownSubscriptionException.class);
        assertThatThrownBy(() -> subscriptions.pause(Feed.COUNTER)).isInstanceOf(UnknownSubscriptionException.class);
    }

    private void publish(long... ids) {
        List<News> news = new ArrayList<>();
        for (long id : ids) {
            news.add(news(id));
        }
        outbox.publish(news);
    }

    private List<DeadLetter> letters() {
        return subscriptions.deadLetters("picky", 0, 100);
    }

    private Subscription subscription() {
        return subscriptions.list().stream()
                .filter(one -> one.name().equals("picky"))
                .findFirst()
                .orElseThrow();
    }

    private static News news(long id) {
        return new News("order.confirmed", "order", id, Map.of("customerId", "42"));
    }

    private static void await(BooleanSupplier condition) throws InterruptedException {
        long end = System.nanoTime() + Duration.ofSeconds(20).toNanos();
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime())
                    .as("it came true within twenty seconds")
                    .isLessThan(end);
            Thread.sleep(10);
        }
    }
}
