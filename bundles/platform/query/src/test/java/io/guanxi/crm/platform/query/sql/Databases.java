package io.guanxi.crm.platform.query.sql;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.apache.derby.jdbc.EmbeddedDataSource;

/** Both databases; the PostgreSQL server is started once for all tests of this JVM. */
final class Databases {

    private static final AtomicInteger COUNT = new AtomicInteger();

    private Databases() {}

    static List<Object[]> both() {
        return List.of(new Object[] {"Derby", derby()}, new Object[] {"PostgreSQL", postgresql()});
    }

    private static DataSource derby() {
        EmbeddedDataSource derby = new EmbeddedDataSource();
        derby.setDatabaseName("memory:query" + COUNT.incrementAndGet());
        derby.setCreateDatabase("create");
        return derby;
    }

    private static DataSource postgresql() {
        try {
            String name = "query" + COUNT.incrementAndGet();
            try (var connection = Server.RUNNING.getPostgresDatabase().getConnection();
                    var statement = connection.createStatement()) {
                statement.execute("CREATE DATABASE " + name);
            }
            return Server.RUNNING.getDatabase("postgres", name);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static final class Server {

        static final EmbeddedPostgres RUNNING = start();

        private static EmbeddedPostgres start() {
            try {
                // closed by a shutdown hook of its own
                return EmbeddedPostgres.builder().start();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
