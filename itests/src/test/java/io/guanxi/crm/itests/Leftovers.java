package io.guanxi.crm.itests;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import javax.sql.DataSource;

/** Looks for texts in every column of every table of ours, and in every file of the container. */
final class Leftovers {

    private static final Set<Integer> TEXT =
            Set.of(Types.VARCHAR, Types.CHAR, Types.CLOB, Types.LONGVARCHAR, Types.NVARCHAR);
    private static final Set<Integer> BYTES = Set.of(Types.BINARY, Types.VARBINARY, Types.LONGVARBINARY, Types.BLOB);

    private Leftovers() {}

    /** Such as {@code CRM_HISTORY_FIELD.AFTER_JSON: 2}. */
    static List<String> inTables(DataSource database, List<String> texts) throws SQLException {
        List<String> found = new ArrayList<>();
        int columns = 0;
        try (Connection connection = database.getConnection()) {
            for (Map.Entry<String, Integer> column : columns(connection).entrySet()) {
                columns++;
                String[] name = column.getKey().split("\\.", 2);
                long rows = TEXT.contains(column.getValue())
                        ? texts(connection, name[0], name[1], texts)
                        : bytes(connection, name[0], name[1], texts);
                if (rows > 0) {
                    found.add(column.getKey() + ": " + rows);
                }
            }
        }
        if (columns < 100) {
            throw new AssertionError("only " + columns + " columns were looked at");
        }
        return found;
    }

    private static Map<String, Integer> columns(Connection connection) throws SQLException {
        Map<String, Integer> found = new TreeMap<>();
        DatabaseMetaData data = connection.getMetaData();
        try (ResultSet tables = data.getColumns(null, null, "%", "%")) {
            while (tables.next()) {
                String table = tables.getString("TABLE_NAME").toUpperCase(Locale.ROOT);
                int type = tables.getInt("DATA_TYPE");
                if (table.startsWith("CRM_")
                        && isTable(data, tables)
                        && (TEXT.contains(type) || BYTES.contains(type))) {
                    found.put(table + "." + tables.getString("COLUMN_NAME").toUpperCase(Locale.ROOT), type);
                }
            }
        }
        return found;
    }

    // PostgreSQL lists indexes and sequences with their columns, too.
    private static boolean isTable(DatabaseMetaData data, ResultSet column) throws SQLException {
        try (ResultSet tables = data.getTables(
                null, column.getString("TABLE_SCHEM"), column.getString("TABLE_NAME"), new String[] {"TABLE"})) {
            return tables.next();
        }
    }

    private static long texts(Connection connection, String table, String column, List<String> texts)
            throws SQLException {
        try (PreparedStatement statement =
                connection.prepareStatement("SELECT COUNT(*) FROM " + table + " WHERE " + column + " LIKE ?"
                        + (" OR " + column + " LIKE ?").repeat(texts.size() - 1)
                        + dirty(connection))) {
            for (int i = 0; i < texts.size(); i++) {
                statement.setString(i + 1, "%" + texts.get(i) + "%");
            }
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        }
    }

    private static long bytes(Connection connection, String table, String column, List<String> texts)
            throws SQLException {
        long found = 0;
        try (PreparedStatement statement =
                        connection.prepareStatement("SELECT " + column + " FROM " + table + dirty(connection));
                ResultSet rows = statement.executeQuery()) {
            while (rows.next()) {
                byte[] value = rows.getBytes(1);
                if (value != null && isIn(new String(value, StandardCharsets.UTF_8), texts)) {
                    found++;
                }
            }
        }
        return found;
    }

    // On Derby nobody is to wait for who looks on.
    private static String dirty(Connection connection) throws SQLException {
        return connection.getMetaData().getDatabaseProductName().contains("Derby") ? " WITH UR" : "";
    }

    private static boolean isIn(String all, List<String> texts) {
        return texts.stream().anyMatch(all::contains);
    }

    /** Files below the folder that hold one of the texts; the database's own files aside, whose pages are its own to clear. */
    static List<String> inFiles(Path folder, List<String> texts) throws IOException {
        List<String> found = new ArrayList<>();
        Files.walkFileTree(folder, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path path, BasicFileAttributes attributes) {
                boolean skipped = Files.exists(path.resolve("service.properties")) // a Derby database
                        || String.valueOf(path.getFileName()).equals("cache"); // bundles as they were installed
                return skipped ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                if (!file.toString().endsWith(".jar")
                        && isIn(new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1), texts)) {
                    found.add(folder.relativize(file).toString());
                }
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path file, IOException e) {
                return FileVisitResult.CONTINUE; // gone meanwhile
            }
        });
        return found;
    }
}
