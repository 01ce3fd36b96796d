package io.guanxi.crm.transaction.service.imports;

import io.guanxi.crm.platform.testing.TestDatabase;

public class DerbyPaymentsTest extends PaymentsTests {

    @Override
    TestDatabase database() {
        return new TestDatabase(SCHEMAS);
    }
}
