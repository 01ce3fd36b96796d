package io.guanxi.crm.platform.events.service;

import io.guanxi.crm.platform.events.Event;
import io.guanxi.crm.platform.events.EventFeed;
import io.guanxi.crm.platform.events.EventSubscriber;
import io.guanxi.crm.platform.events.News;
import io.guanxi.crm.platform.events.Outbox;
import io.guanxi.crm.platform.persistence.Jdbc;
import io.guanxi.crm.platform.persistence.Transactions;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import javax.sql.DataSource;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;

/** The outbox in the database, and the threads that number and deliver what is in it. */
@Component(service = {Outbox.class, EventFeed.class})
public class JdbcOutbox implements Outbox, EventFeed {

    private static final int MOST_AT_ONCE = 1000;

    private final Feed feed;
    private final Transactions transactions;
    private final Numbering numbering;
    private final Map<EventSubscriber, Delivery> deliveries = new ConcurrentHashMap<>();

    @Activate
    public JdbcOutbox(
            @Reference(target = "(osgi.jndi.service.name=crm/events)") DataSource dataSource,
            @Reference Transactions transactions) {
        this(new Feed(new Jdbc(dataSource), transactions, Clock.systemUTC()), transactions);
    }

    JdbcOutbox(Feed feed, Transactions transactions) {
        this.feed = feed;
        this.transactions = transactions;
        this.numbering = new Numbering(feed, this::wakeAll);
    }

    @Deactivate
    void deactivate() {
        deliveries.values().forEach(Delivery::stop);
        numbering.stop();
    }

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    void addSubscriber(EventSubscriber subscriber) {
        deliveries.put(subscriber, new Delivery(feed, subscriber));
    }

    void removeSubscriber(EventSubscriber subscriber) {
        Delivery delivery = deliveries.remove(subscriber);
        if (delivery != null) {
            delivery.stop();
        }
    }

    @Override
    public void publish(List<News> news) {
        if (!news.isEmpty()) {
            feed.store(news);
            transactions.afterCommit(numbering::wake);
        }
    }

    @Override
    public List<Event> after(long sequence, int limit) {
        return feed.after(sequence, Math.max(1, Math.min(limit, MOST_AT_ONCE)));
    }

    private void wakeAll() {
        deliveries.values().forEach(Delivery::wake);
    }
}
