package io.guanxi.crm.itests;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;

/**
 * A PostgreSQL server of the driver's JVM, one for all test classes. It allows no prepared transactions, so that a commit in
 * two phases would fail. Never named in a signature of a test class: the container can't load its types.
 */
final class Postgresql {

    private static final EmbeddedPostgres SERVER = start();

    private Postgresql() {}

    static int port() {
        return SERVER.getPort();
    }

    private static EmbeddedPostgres start() {
        try {
            return EmbeddedPostgres.builder()
                    .setServerConfig("max_prepared_transactions", "0")
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
