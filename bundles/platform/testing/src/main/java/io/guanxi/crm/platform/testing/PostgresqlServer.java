package io.guanxi.crm.platform.testing;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.XADataSource;
import org.junit.rules.ExternalResource;
import org.postgresql.xa.PGXADataSource;

/** A PostgreSQL of a test class's own, as its {@code @ClassRule}. */
public final class PostgresqlServer extends ExternalResource {

    private final AtomicInteger count = new AtomicInteger();
    private Optional<EmbeddedPostgres> server = Optional.empty();

    @Override
    protected void before() throws IOException {
        server = Optional.of(EmbeddedPostgres.builder().start());
    }

    @Override
    protected void after() {
        try {
            server.orElseThrow().close();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** An empty database, for {@link TestDatabase}. */
    public XADataSource fresh() {
        String name = "fresh" + count.incrementAndGet();
        try (Connection connection = server.orElseThrow().getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE DATABASE " + name);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        PGXADataSource database = new PGXADataSource();
        database.setUrl(server.orElseThrow().getJdbcUrl("postgres", name));
        return database;
    }
}
