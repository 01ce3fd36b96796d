package io.guanxi.crm.platform.events.service;

import io.guanxi.crm.platform.persistence.Transactions;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.junit.rules.ExternalResource;

/** Nodes over one database, fresh for every test. */
abstract class EventDatabase extends ExternalResource {

    static final EventsConfig.Rules RULES = new EventsConfig.Rules(3, 10, Duration.ofSeconds(3), Duration.ofMillis(20));

    private final List<JdbcOutbox> nodes = new ArrayList<>();

    abstract DataSource dataSource();

    abstract Transactions transactions();

    /** What a process on the database works with. */
    Stores stores() {
        return Stores.of(dataSource(), transactions(), Clock.systemUTC());
    }

    JdbcOutbox node(String name) {
        return node(name, RULES);
    }

    JdbcOutbox node(String name, EventsConfig.Rules rules) {
        JdbcOutbox node = new JdbcOutbox(stores(), name, rules);
        nodes.add(node);
        return node;
    }

    void stopNodes() {
        nodes.forEach(JdbcOutbox::deactivate);
        nodes.clear();
    }
}
