package io.guanxi.crm.platform.fields.service;

import io.guanxi.crm.platform.testing.TestDatabase;
import org.junit.Rule;

public class DerbyValuesTest extends ValuesTests {

    @Rule
    public final TestDatabase database = new TestDatabase("fields", "sample");

    @Override
    TestDatabase database() {
        return database;
    }
}
