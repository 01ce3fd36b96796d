package io.guanxi.crm.platform.imports.service;

import io.guanxi.crm.platform.imports.ImportJob;
import io.guanxi.crm.platform.imports.ImportMode;
import io.guanxi.crm.platform.imports.ImportRequest;
import io.guanxi.crm.platform.imports.ImportTarget;
import io.guanxi.crm.platform.imports.Rejection;
import io.guanxi.crm.platform.imports.RowPolicy;
import io.guanxi.crm.platform.persistence.Jdbc;
import io.guanxi.crm.platform.testing.OpenAccess;
import io.guanxi.crm.platform.testing.TestDatabase;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.rules.ExternalResource;
import org.junit.rules.TemporaryFolder;

/** The import service over a shelf; comes after its {@link TestDatabase} in a rule chain. */
final class ImportDesk extends ExternalResource {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final TestDatabase database;
    private final TemporaryFolder folder = new TemporaryFolder();
    private final FixedTargets<ImportTarget> targets = new FixedTargets<>(ImportTarget::type, List.of());
    private final QueuedImports.Limits limits;
    private Optional<QueuedImports> imports = Optional.empty();

    ImportDesk(TestDatabase database) {
        this(database, limits(1 << 20, 50));
    }

    ImportDesk(TestDatabase database, QueuedImports.Limits limits) {
        this.database = database;
        this.limits = limits;
    }

    static QueuedImports.Limits limits(long largestFile, int mostRejections) {
        return new QueuedImports.Limits(
                largestFile, 3, mostRejections, PATIENCE, new ZipGuard(16 << 20, 4 << 20), Duration.ofDays(30));
    }

    @Override
    protected void before() throws IOException {
        folder.create();
        restart();
    }

    @Override
    protected void after() {
        imports().close();
        folder.delete();
    }

    /** Another import service over the same tables, as after a restart. */
    void restart() {
        imports = Optional.of(new QueuedImports(
                targets, database.dataSource(), database.transactions(), new OpenAccess(), limits, spool()));
    }

    Path spool() {
        return folder.getRoot().toPath();
    }

    QueuedImports imports() {
        return imports.orElseThrow();
    }

    FixedTargets<ImportTarget> targets() {
        return targets;
    }

    /** A shelf that takes one row a thing. */
    ShelfTarget shelf() {
        return shelf(false);
    }

    /** A shelf whose things may have several rows. */
    ShelfTarget shelfOfSets() {
        return shelf(true);
    }

    private ShelfTarget shelf(boolean grouped) {
        ShelfTarget shelf = new ShelfTarget(database.jdbc(), grouped);
        targets.replace(shelf);
        return shelf;
    }

    static ImportRequest request() {
        return request(RowPolicy.WHOLE, false, Optional.empty());
    }

    static ImportRequest request(RowPolicy policy, boolean dryRun, Optional<Charset> charset) {
        return new ImportRequest("things", "things.csv", ImportMode.UPSERT, policy, dryRun, charset);
    }

    ImportJob start(String text) {
        return start(request(), text.getBytes(StandardCharsets.UTF_8));
    }

    ImportJob start(ImportRequest request, byte[] bytes) {
        return start(request, new ByteArrayInputStream(bytes));
    }

    ImportJob start(ImportRequest request, InputStream in) {
        try {
            return imports().start(request, in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    ImportJob run(String text) {
        return finished(start(text));
    }

    ImportJob run(ImportRequest request, String text) {
        return finished(start(request, text.getBytes(StandardCharsets.UTF_8)));
    }

    ImportJob finished(ImportJob job) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        ImportJob now = imports().find(job.id()).orElseThrow();
        while (!now.state().isOver() && System.nanoTime() < end) {
            Thread.onSpinWait();
            now = imports().find(job.id()).orElseThrow();
        }
        return now;
    }

    List<Rejection> rejections(ImportJob job) {
        List<Rejection> result = new ArrayList<>();
        imports().rejections(job.id(), result::add);
        return result;
    }

    /** Rejections as {@code line code}. */
    List<String> verdicts(ImportJob job) {
        return rejections(job).stream().map(r -> r.line() + " " + r.code()).toList();
    }

    /** What lies on the shelf, as {@code item=label}, in the order it was put there. */
    List<String> things() {
        return database.jdbc()
                .list(
                        "SELECT ITEM, LABEL FROM CRM_SHELF ORDER BY RECORD, ITEM, LABEL",
                        Jdbc.NONE,
                        row -> row.getString(1) + "=" + row.getString(2));
    }

    int count() {
        return things().size();
    }

    long spooled() {
        try (Stream<Path> files = Files.list(spool())) {
            return files.filter(file -> !file.endsWith("node")).count();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
