package io.guanxi.crm.transaction.service.imports;

import io.guanxi.crm.platform.testing.Postgresql;
import io.guanxi.crm.platform.testing.TestDatabase;

public class PostgresqlPaymentsTest extends PaymentsTests {

    @Override
    TestDatabase database() {
        return new TestDatabase(Postgresql.fresh(), SCHEMAS);
    }
}
