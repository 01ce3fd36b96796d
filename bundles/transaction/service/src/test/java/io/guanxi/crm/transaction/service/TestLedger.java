package io.guanxi.crm.transaction.service;

import io.guanxi.crm.customer.service.JdbcCustomerScopes;
import io.guanxi.crm.platform.events.Outbox;
import io.guanxi.crm.platform.modules.Neighbour;
import io.guanxi.crm.platform.security.Access;
import io.guanxi.crm.platform.testing.TestDatabase;
import io.guanxi.crm.transaction.Ledger;
import java.time.Clock;

/** The real ledger for tests in other packages. */
public final class TestLedger {

    private TestLedger() {}

    public static Ledger over(TestDatabase database, Outbox outbox, Access access) {
        return new JpaLedger(
                database.template("crm-transaction"),
                database.dataSource(),
                database.transactions(),
                outbox,
                access,
                Neighbour.fixed(new JdbcCustomerScopes(database.dataSource(), Clock.systemUTC())),
                Clock.systemUTC());
    }
}
