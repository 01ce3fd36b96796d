package io.guanxi.crm.platform.events.service;

import io.guanxi.crm.platform.events.DeadLetter;
import io.guanxi.crm.platform.events.Subscription;
import io.guanxi.crm.platform.events.Subscriptions;
import io.guanxi.crm.platform.events.UnknownDeadLetterException;
import io.guanxi.crm.platform.events.UnknownSubscriptionException;
import io.guanxi.crm.platform.problem.ConflictException;
import io.guanxi.crm.platform.security.Access;
import io.guanxi.crm.platform.security.Action;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Subscribers as their rows tell them. Wishes are left in the rows too, for whichever node serves the subscriber. */
@Component(service = Subscriptions.class, configurationPid = "io.guanxi.crm.events")
public class JdbcSubscriptions implements Subscriptions {

    private static final int MOST_AT_ONCE = 1000;

    private final JdbcOutbox outbox;
    private final Stores stores;
    private final Access access;
    private final Duration absence;

    @Activate
    public JdbcSubscriptions(@Reference JdbcOutbox outbox, @Reference Access access, EventsConfig config) {
        this(outbox, access, Duration.ofDays(config.absenceDays()));
    }

    JdbcSubscriptions(JdbcOutbox outbox, Access access, Duration absence) {
        this.outbox = outbox;
        this.stores = outbox.stores();
        this.access = access;
        this.absence = absence;
    }

    @Override
    public List<Subscription> list() {
        access.requireAll(Action.READ, "event");
        Instant now = stores.clock().instant();
        List<Position> rows = stores.positions().list();
        Map<String, Long> letters = stores.letters().counts();
        long head = stores.feed().head();
        return rows.stream()
                .map(row -> subscription(row, head, letters.getOrDefault(row.name(), 0L), now))
                .toList();
    }

    private Subscription subscription(Position row, long head, long letters, Instant now) {
        boolean held = row.isHeldAt(now);
        return new Subscription(
                row.name(),
                row.sequence(),
                Math.max(0, head - row.sequence()),
                state(row, held),
                row.attempts(),
                row.lastError(),
                row.retryAt().filter(now::isBefore),
                letters,
                row.seenAt(),
                row.seenAt().isBefore(now.minus(absence)),
                row.node().filter(node -> held));
    }

    private static Subscription.State state(Position row, boolean held) {
        if (row.paused()) {
            return Subscription.State.PAUSED;
        }
        if (!held) {
            return Subscription.State.AWAY;
        }
        return row.attempts() > 0 ? Subscription.State.RETRYING : Subscription.State.ACTIVE;
    }

    @Override
    public List<DeadLetter> deadLetters(String subscriber, long after, int limit) {
        access.requireAll(Action.READ, "event");
        require(subscriber);
        return stores.letters().list(subscriber, after, Math.max(1, Math.min(limit, MOST_AT_ONCE)));
    }

    @Override
    public int replay(String subscriber, long sequence) {
        access.requireAll(Action.CONFIGURE, "event");
        require(subscriber);
        int letters = stores.transactions().call(() -> {
            DeadLetter letter =
                    stores.letters().find(subscriber, sequence).orElseThrow(UnknownDeadLetterException::new);
            int marked = stores.letters().replay(subscriber, RecordKey.of(letter.event()));
            stores.positions().wantReplay(subscriber, true);
            return marked;
        });
        outbox.hurry();
        return letters;
    }

    @Override
    public int replayAll(String subscriber) {
        access.requireAll(Action.CONFIGURE, "event");
        require(subscriber);
        int letters = stores.transactions().call(() -> {
            int marked = stores.letters().replayAll(subscriber);
            stores.positions().wantReplay(subscriber, true);
            return marked;
        });
        outbox.hurry();
        return letters;
    }

    @Override
    public void discard(String subscriber, long sequence) {
        access.requireAll(Action.CONFIGURE, "event");
        require(subscriber);
        if (!stores.letters().remove(subscriber, sequence)) {
            throw new UnknownDeadLetterException();
        }
    }

    @Override
    public void pause(String subscriber) {
        setPaused(subscriber, true);
    }

    @Override
    public void resume(String subscriber) {
        setPaused(subscriber, false);
        outbox.hurry();
    }

    private void setPaused(String subscriber, boolean paused) {
        access.requireAll(Action.CONFIGURE, "event");
        require(subscriber);
        stores.positions().pause(subscriber, paused);
    }

    @Override
    public void forget(String subscriber) {
        access.requireAll(Action.CONFIGURE, "event");
        if (require(subscriber).isHeldAt(stores.clock().instant())) {
            throw new ConflictException("subscription-in-use", "A node serves this subscriber.", "该订阅者正在使用中。");
        }
        stores.transactions().run(() -> {
            stores.letters().removeAll(subscriber);
            stores.positions().forget(subscriber);
        });
    }

    private Position require(String subscriber) {
        return stores.positions()
                .find(subscriber)
                .filter(row -> !row.name().equals(Feed.COUNTER))
                .orElseThrow(UnknownSubscriptionException::new);
    }
}
