package io.guanxi.crm.platform.events.service;

import io.guanxi.crm.platform.persistence.Transactions;
import io.guanxi.crm.platform.testing.TestDatabase;
import javax.sql.DataSource;
import org.junit.runner.Description;
import org.junit.runners.model.Statement;

/** A Derby in memory. */
final class DerbyEvents extends EventDatabase {

    private final TestDatabase database = new TestDatabase("events");
    private final Stores stores = super.stores();

    /** The same for all: Derby belongs to one process. */
    @Override
    Stores stores() {
        return stores;
    }

    @Override
    DataSource dataSource() {
        return database.dataSource();
    }

    @Override
    Transactions transactions() {
        return database.transactions();
    }

    @Override
    public Statement apply(Statement base, Description description) {
        return database.apply(super.apply(base, description), description);
    }

    @Override
    protected void after() {
        stopNodes();
    }
}
