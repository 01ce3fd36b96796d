package io.guanxi.crm.itests.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;

/** Runs the benchmarks named. */
public final class Benchmarks {

    /** Kept here, or its level would be forgotten with it. */
    private static final Logger LIQUIBASE = Logger.getLogger("liquibase");

    private Benchmarks() {}

    /** @param args benchmarks, databases (both with commas between), the assembly's archive or
     *     its folder (the variable CRM_ASSEMBLY goes before it), a folder to work in */
    public static void main(String[] args) throws Exception {
        List<String> wanted = List.of(args[0].split(",", -1));
        Path archive = archive(Path.of(Objects.requireNonNullElse(System.getenv("CRM_ASSEMBLY"), args[2])));
        Path folder = Path.of(args[3]).toAbsolutePath();
        LIQUIBASE.setLevel(Level.WARNING);
        System.out.printf(
                "%s, %d processors, Java %s%n",
                LocalDate.now(ZoneId.systemDefault()),
                Runtime.getRuntime().availableProcessors(),
                System.getProperty("java.version"));
        if (wanted.contains("rfm")) {
            new RfmBenchmark().run();
        }
        for (String database : args[1].split(",", -1)) {
            if (wanted.contains("import")) {
                try (Place place = place(database, empty(folder))) {
                    new ImportBenchmark(archive, folder, place).run();
                }
            }
            if (wanted.contains("search") && database.equals("postgresql")) {
                try (Place place = place(database, empty(folder))) {
                    new SearchBenchmark(place).run();
                }
            }
            if (wanted.contains("sign-in")) {
                try (Place place = place(database, empty(folder))) {
                    new SignInBenchmark(archive, folder, place).run();
                }
            }
            if (wanted.contains("http")) {
                try (Place place = place(database, empty(folder))) {
                    new HttpBenchmark(archive, folder, place).run();
                }
            }
        }
    }

    /** The archive itself, or the newest one in the folder. */
    private static Path archive(Path path) throws IOException {
        if (!Files.isDirectory(path)) {
            return path.toAbsolutePath();
        }
        try (Stream<Path> files = Files.list(path)) {
            return files.filter(file -> file.toString().endsWith(".tar.gz"))
                    .max(Comparator.comparing(file -> file.toFile().lastModified()))
                    .map(Path::toAbsolutePath)
                    .orElse(path);
        }
    }

    private static Place place(String database, Path folder) throws IOException {
        return switch (database) {
            case "derby" -> new DerbyPlace(folder);
            case "postgresql" -> new PostgresqlPlace();
            default -> throw new IllegalArgumentException("derby or postgresql, not " + database);
        };
    }

    private static Path empty(Path folder) throws IOException {
        if (Files.exists(folder)) {
            try (Stream<Path> files = Files.walk(folder)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
        return Files.createDirectories(folder);
    }
}
