package io.guanxi.crm.itests.benchmarks;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;

/** A PostgreSQL server of its own with two databases. */
final class PostgresqlPlace implements Place {

    private final EmbeddedPostgres server;

    PostgresqlPlace() throws IOException {
        server = EmbeddedPostgres.builder().start();
    }

    @Override
    public String name() {
        return "PostgreSQL";
    }

    @Override
    public void configure(Path karaf) throws IOException {
        Path features = karaf.resolve("etc/org.apache.karaf.features.cfg");
        Files.writeString(features, Files.readString(features).replace("crm-db-derby", "crm-db-postgresql"));
        Files.writeString(
                karaf.resolve("etc/org.ops4j.datasource-crm.cfg"),
                """
                osgi.jdbc.driver.name = PostgreSQL JDBC Driver
                dataSourceName = crm
                url = %s
                user = postgres
                password = postgres
                pool = dbcp2
                xa = true
                pool.maxTotal = 20
                pool.maxIdle = 20
                pool.minIdle = 1
                pool.jmxEnabled = false
                factory.poolStatements = false
                """
                        .formatted(url("postgres")));
    }

    @Override
    public DataSource product(Path data) {
        return floor(url("postgres"));
    }

    @Override
    public void settle() throws SQLException {
        try (Connection connection = floor(url("postgres")).getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("VACUUM ANALYZE");
        }
    }

    @Override
    public String floorUrl(String name) throws SQLException {
        String database = "floor_" + name;
        try (Connection connection = floor(url("postgres")).getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("DROP DATABASE IF EXISTS " + database);
            statement.execute("CREATE DATABASE " + database);
        }
        return url(database);
    }

    @Override
    public DataSource floor(String url) {
        PGSimpleDataSource dataSource = new PGSimpleDataSource();
        dataSource.setUrl(url);
        dataSource.setUser("postgres");
        dataSource.setPassword("postgres");
        return dataSource;
    }

    @Override
    public void release(String url) {
        // the server keeps its databases
    }

    @Override
    public void close() throws IOException {
        server.close();
    }

    private String url(String database) {
        return "jdbc:postgresql://127.0.0.1:" + server.getPort() + "/" + database + "?reWriteBatchedInserts=true";
    }
}
