package io.guanxi.crm.transaction.service.imports;

import io.guanxi.crm.platform.testing.PostgresqlServer;
import io.guanxi.crm.platform.testing.TestDatabase;
import org.junit.ClassRule;

public class PostgresqlPaymentsTest extends PaymentsTests {

    @ClassRule
    public static final PostgresqlServer SERVER = new PostgresqlServer();

    @Override
    TestDatabase database() {
        return new TestDatabase(SERVER.fresh(), SCHEMAS);
    }
}
