package io.guanxi.crm.platform.events.service;

import io.guanxi.crm.platform.persistence.Jdbc;
import io.guanxi.crm.platform.persistence.SqlDialect;
import io.guanxi.crm.platform.persistence.Transactions;
import java.time.Clock;
import javax.sql.DataSource;

/** The tables of this bundle. */
record Stores(Jdbc jdbc, Feed feed, Positions positions, DeadLetters letters, Transactions transactions, Clock clock) {

    static Stores of(DataSource dataSource, Transactions transactions, Clock clock) {
        Jdbc jdbc = new Jdbc(dataSource);
        return new Stores(
                jdbc,
                new Feed(jdbc, transactions, clock),
                new Positions(jdbc, transactions),
                new DeadLetters(jdbc),
                transactions,
                clock);
    }

    /** Derby belongs to one process; PostgreSQL may serve many nodes. */
    boolean isAlone() {
        return jdbc.with(SqlDialect::of) == SqlDialect.DERBY;
    }
}
