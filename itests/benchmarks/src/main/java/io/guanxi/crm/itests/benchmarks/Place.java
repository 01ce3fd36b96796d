package io.guanxi.crm.itests.benchmarks;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import javax.sql.DataSource;

/** A database engine that holds the product's data in one place and those of the floor in another. */
interface Place extends AutoCloseable {

    String name();

    /** Points the unpacked assembly to this engine. */
    void configure(Path karaf) throws IOException;

    /** The product's data; on Derby only while the product is down. */
    DataSource product(Path data);

    /** Has the engine do at once what it does by and by after many rows, so that it doesn't do it while something is measured. */
    void settle() throws SQLException;

    /** A fresh, empty database with the same settings. */
    String floorUrl(String name) throws SQLException;

    DataSource floor(String url);

    /** Lets go of a database that this JVM has opened. */
    void release(String url) throws SQLException;

    @Override
    void close() throws IOException;
}
