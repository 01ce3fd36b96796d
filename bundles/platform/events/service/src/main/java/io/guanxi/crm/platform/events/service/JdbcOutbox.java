package io.guanxi.crm.platform.events.service;

import io.guanxi.crm.platform.events.Event;
import io.guanxi.crm.platform.events.EventFeed;
import io.guanxi.crm.platform.events.EventSubscriber;
import io.guanxi.crm.platform.events.News;
import io.guanxi.crm.platform.events.Outbox;
import io.guanxi.crm.platform.persistence.Node;
import io.guanxi.crm.platform.persistence.SqlFailedException;
import io.guanxi.crm.platform.persistence.Transactions;
import java.time.Clock;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.sql.DataSource;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.metatype.annotations.Designate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The outbox in the database, and the threads that number and deliver what is in it. */
@Component(
        service = {Outbox.class, EventFeed.class, JdbcOutbox.class},
        immediate = true,
        configurationPid = "io.guanxi.crm.events")
@Designate(ocd = EventsConfig.class)
public class JdbcOutbox implements Outbox, EventFeed {

    private static final Logger LOG = LoggerFactory.getLogger(JdbcOutbox.class);
    private static final int MOST_AT_ONCE = 1000;

    private final Stores stores;
    private final String node;
    private final EventsConfig.Rules rules;
    private final Numbering numbering;
    private final Pulse pulse;
    private final Map<EventSubscriber, Delivery> bySubscriber = Collections.synchronizedMap(new IdentityHashMap<>());
    private final List<Delivery> deliveries = new CopyOnWriteArrayList<>();
    private final List<Runnable> watchers = new CopyOnWriteArrayList<>();

    @Activate
    public JdbcOutbox(
            @Reference(target = "(osgi.jndi.service.name=crm/events)") DataSource dataSource,
            @Reference Transactions transactions,
            EventsConfig config) {
        this(Stores.of(dataSource, transactions, Clock.systemUTC()), Node.name(), EventsConfig.Rules.of(config));
        if (stores.isAlone()) {
            stores.positions().releaseAll();
        }
    }

    JdbcOutbox(Stores stores, String node, EventsConfig.Rules rules) {
        this.stores = stores;
        this.node = node;
        this.rules = rules;
        this.numbering = new Numbering(stores.feed(), this::wakeAll);
        this.pulse = new Pulse(stores, deliveries, numbering, rules.lease());
        numbering.start();
        pulse.start();
    }

    @Deactivate
    void deactivate() {
        pulse.stop();
        numbering.stop();
        deliveries.forEach(Delivery::stop);
    }

    /** A name that isn't known yet is entered here and now: what is committed from now on is delivered to it. */
    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    void addSubscriber(EventSubscriber subscriber) {
        String name = subscriber.everyNode() ? subscriber.name() + "@" + node : subscriber.name();
        enter(name);
        Delivery delivery = new Delivery(stores, subscriber, name, node, rules);
        bySubscriber.put(subscriber, delivery);
        deliveries.add(delivery);
        delivery.start();
    }

    private void enter(String name) {
        try {
            stores.positions().enter(name, stores.clock().instant());
        } catch (SqlFailedException e) {
            LOG.warn("{} can't be entered yet; its delivery tries again", name, e);
        }
    }

    void removeSubscriber(EventSubscriber subscriber) {
        Delivery delivery = bySubscriber.remove(subscriber);
        if (delivery != null) {
            deliveries.remove(delivery);
            delivery.stop();
        }
    }

    @Override
    public void publish(List<News> news) {
        if (!news.isEmpty()) {
            stores.feed().store(news);
            stores.transactions().afterCommit(numbering::wake);
        }
    }

    @Override
    public List<Event> after(long sequence, int limit) {
        return stores.feed().after(sequence, Math.max(1, Math.min(limit, MOST_AT_ONCE)));
    }

    @Override
    public long head() {
        return stores.feed().head();
    }

    Stores stores() {
        return stores;
    }

    /** Does now what the clock would do within a second. */
    void hurry() {
        pulse.wake();
    }

    /** The watcher is run after events got their numbers; it must be quick. */
    void watch(Runnable watcher) {
        watchers.add(watcher);
    }

    void unwatch(Runnable watcher) {
        watchers.remove(watcher);
    }

    private void wakeAll() {
        deliveries.forEach(Delivery::wake);
        watchers.forEach(Runnable::run);
    }
}
