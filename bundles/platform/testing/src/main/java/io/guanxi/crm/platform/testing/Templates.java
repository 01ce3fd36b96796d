package io.guanxi.crm.platform.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.sql.CallableStatement;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import javax.sql.DataSource;
import org.apache.derby.jdbc.EmbeddedDataSource;

/**
 * Migrated databases without rows, one for each list of schemas, kept for as long as the process lives: a test's database
 * is a copy of one of them, which takes a tenth of the time of the changelogs.
 */
final class Templates {

    private static final Map<List<String>, Path> BACKUPS = new ConcurrentHashMap<>();

    private Templates() {}

    /** Makes the database from the template; false where there is none yet. */
    static boolean copyTo(String location, List<String> schemas) throws SQLException {
        Optional<Path> backup = Optional.ofNullable(BACKUPS.get(schemas));
        if (backup.isPresent()) {
            EmbeddedDataSource derby = new EmbeddedDataSource();
            derby.setDatabaseName(location);
            derby.setConnectionAttributes("createFrom=" + backup.get());
            derby.getConnection().close();
        }
        return backup.isPresent();
    }

    /** Keeps what has just been migrated. */
    static void keep(DataSource migrated, String name, List<String> schemas) throws SQLException {
        Path folder = temporaryFolder();
        try (Connection connection = migrated.getConnection();
                CallableStatement backup = connection.prepareCall("CALL SYSCS_UTIL.SYSCS_BACKUP_DATABASE(?)")) {
            backup.setString(1, folder.toString());
            backup.execute();
        }
        BACKUPS.putIfAbsent(schemas, folder.resolve(name));
    }

    private static Path temporaryFolder() {
        try {
            Path folder = Files.createTempDirectory("crm-template-");
            Runtime.getRuntime().addShutdownHook(new Thread(() -> delete(folder)));
            return folder;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void delete(Path folder) {
        try {
            Files.walkFileTree(folder, new SimpleFileVisitor<>() {

                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                    Files.delete(file);
                    return FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult postVisitDirectory(
                        Path visited, @org.jspecify.annotations.Nullable IOException failure) throws IOException {
                    Files.delete(visited);
                    return FileVisitResult.CONTINUE;
                }
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
