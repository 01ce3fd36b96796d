package io.guanxi.crm.itests.benchmarks;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Properties;
import javax.sql.DataSource;
import org.apache.derby.jdbc.EmbeddedDataSource;

/** Derby inside the process, each database a folder. */
final class DerbyPlace implements Place {

    private static final String PREFIX = "jdbc:derby:";
    private static final String DROPPED_OUT = "08006";

    private final Path folder;

    DerbyPlace(Path folder) {
        this.folder = folder;
        System.setProperty(
                "derby.stream.error.file", folder.resolve("derby.log").toString());
    }

    @Override
    public String name() {
        return "Derby";
    }

    @Override
    public void configure(Path karaf) throws IOException {
        // The assembly comes with Derby; whatever it sets there holds for the floor too.
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(karaf.resolve("etc/system.properties"))) {
            properties.load(reader);
        }
        for (String name : properties.stringPropertyNames()) {
            if (name.startsWith("derby.") && !name.equals("derby.stream.error.file")) {
                System.setProperty(name, properties.getProperty(name));
            }
        }
    }

    @Override
    public DataSource product(Path data) {
        return floor(PREFIX + data.resolve("derby/crm"));
    }

    @Override
    public void settle() {
        // Derby leaves nothing for later
    }

    @Override
    public String floorUrl(String name) {
        return PREFIX + folder.resolve("floor-" + name);
    }

    @Override
    public DataSource floor(String url) {
        EmbeddedDataSource dataSource = new EmbeddedDataSource();
        dataSource.setDatabaseName(url.substring(PREFIX.length()));
        dataSource.setCreateDatabase("create");
        return dataSource;
    }

    @Override
    public void release(String url) throws SQLException {
        EmbeddedDataSource dataSource = new EmbeddedDataSource();
        dataSource.setDatabaseName(url.substring(PREFIX.length()));
        dataSource.setShutdownDatabase("shutdown");
        try {
            dataSource.getConnection().close();
        } catch (SQLException e) {
            if (!DROPPED_OUT.equals(e.getSQLState())) { // what Derby says when it has closed a database
                throw e;
            }
        }
    }

    @Override
    public void close() {
        // nothing runs
    }
}
