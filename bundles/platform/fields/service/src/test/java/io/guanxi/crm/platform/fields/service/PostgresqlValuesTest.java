package io.guanxi.crm.platform.fields.service;

import io.guanxi.crm.platform.testing.PostgresqlServer;
import io.guanxi.crm.platform.testing.TestDatabase;
import org.junit.ClassRule;
import org.junit.Rule;

public class PostgresqlValuesTest extends ValuesTests {

    @ClassRule
    public static final PostgresqlServer SERVER = new PostgresqlServer();

    @Rule
    public final TestDatabase database = new TestDatabase(SERVER.fresh(), "fields", "sample");

    @Override
    TestDatabase database() {
        return database;
    }
}
