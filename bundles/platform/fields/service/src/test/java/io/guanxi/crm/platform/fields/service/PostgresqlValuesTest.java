package io.guanxi.crm.platform.fields.service;

import io.guanxi.crm.platform.testing.Postgresql;
import io.guanxi.crm.platform.testing.TestDatabase;
import org.junit.Rule;

public class PostgresqlValuesTest extends ValuesTests {

    @Rule
    public final TestDatabase database = new TestDatabase(Postgresql.fresh(), "fields", "sample");

    @Override
    TestDatabase database() {
        return database;
    }
}
