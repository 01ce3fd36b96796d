package io.guanxi.crm.platform.imports.service;

import io.guanxi.crm.platform.imports.ImportJob;
import io.guanxi.crm.platform.security.Caller;
import io.guanxi.crm.platform.security.Callers;
import io.guanxi.crm.platform.testing.OpenAccess;
import io.guanxi.crm.platform.testing.TestDatabase;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A program that imports, or goes on with an import, until it is killed; it tells after each chunk how far it is. */
final class KilledImport {

    private KilledImport() {}

    /** @param args folder; and a file where a new import is to be started */
    public static void main(String[] args) throws IOException {
        Path folder = Path.of(args[0]);
        TestDatabase database = open(folder);
        Callers.bind(Caller.system("test"));
        QueuedImports imports = service(folder, database);
        if (args.length > 1) {
            try (InputStream file = Files.newInputStream(Path.of(args[1]))) {
                imports.start(ImportDesk.request(), file);
            }
        }
        ImportJob job = imports.list(java.util.Optional.empty(), 1).get(0);
        long told = -1;
        while (!job.state().isOver()) {
            job = imports.find(job.id()).orElseThrow();
            if (job.created() != told) {
                told = job.created();
                System.out.println(told);
            }
        }
        imports.close();
    }

    static TestDatabase open(Path folder) {
        return TestDatabase.in(folder.resolve("derby"), "imports", "shelf").open();
    }

    static QueuedImports service(Path folder, TestDatabase database) {
        return new QueuedImports(
                List.of(new ShelfTarget(database.jdbc(), true)),
                database.dataSource(),
                database.transactions(),
                new OpenAccess(),
                folder.resolve("spool"));
    }
}
