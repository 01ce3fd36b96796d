package io.guanxi.crm.platform.fields.service;

import io.guanxi.crm.platform.testing.TestDatabase;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.XADataSource;
import org.junit.AfterClass;
import org.junit.BeforeClass;
import org.junit.Rule;
import org.postgresql.xa.PGXADataSource;

public class PostgresqlValuesTest extends ValuesTests {

    private static final AtomicInteger COUNT = new AtomicInteger();

    private static EmbeddedPostgres server;

    @Rule
    public final TestDatabase database = new TestDatabase(fresh(), "fields", "sample");

    @BeforeClass
    public static void start() throws IOException {
        server = EmbeddedPostgres.builder().start();
    }

    @AfterClass
    public static void stop() throws IOException {
        server.close();
    }

    private static XADataSource fresh() {
        String name = "values" + COUNT.incrementAndGet();
        try (Connection connection = server.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE DATABASE " + name);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        PGXADataSource database = new PGXADataSource();
        database.setUrl(server.getJdbcUrl("postgres", name));
        return database;
    }

    @Override
    TestDatabase database() {
        return database;
    }
}
