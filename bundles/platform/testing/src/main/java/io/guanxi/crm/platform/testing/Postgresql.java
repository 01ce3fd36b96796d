package io.guanxi.crm.platform.testing;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.XADataSource;
import org.postgresql.xa.PGXADataSource;

/** A PostgreSQL server, started once for all tests of this JVM. */
public final class Postgresql {

    private static final AtomicInteger COUNT = new AtomicInteger();

    private Postgresql() {}

    /** An empty database of the test's own. */
    public static XADataSource fresh() {
        String name = "test" + COUNT.incrementAndGet();
        EmbeddedPostgres server = Server.RUNNING;
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

    private static final class Server {

        // closed by a shutdown hook of its own
        static final EmbeddedPostgres RUNNING = start();

        private static EmbeddedPostgres start() {
            try {
                return EmbeddedPostgres.builder().start();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
