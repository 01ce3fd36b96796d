package io.guanxi.crm.platform.imports.service;

import io.guanxi.crm.platform.imports.BulkAction;
import io.guanxi.crm.platform.imports.BulkJob;
import io.guanxi.crm.platform.imports.BulkRequest;
import io.guanxi.crm.platform.imports.BulkTarget;
import io.guanxi.crm.platform.security.Caller;
import io.guanxi.crm.platform.security.Callers;
import io.guanxi.crm.platform.testing.OpenAccess;
import io.guanxi.crm.platform.testing.TestDatabase;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.LongStream;

/** A program that changes many things, or goes on with it, until it is killed; it tells how far it is. */
final class KilledBulk {

    private KilledBulk() {}

    /** @param args folder; and how many things to change where a new change is to be started */
    public static void main(String[] args) {
        TestDatabase database = KilledImport.open(Path.of(args[0]));
        Callers.bind(Caller.system("test"));
        QueuedBulkChanges changes = service(database);
        if (args.length > 1) {
            int things = Integer.parseInt(args[1]);
            Iterator<long[]> ids = List.of(LongStream.rangeClosed(1, things).toArray(), new long[0])
                    .iterator();
            changes.start(
                    new BulkRequest("things", BulkAction.PATCH, Optional.of("new label"), Optional.empty()),
                    ids::next,
                    OptionalLong.of(things));
        }
        BulkJob job = changes.list(Optional.empty(), 1).get(0);
        long told = -1;
        while (!job.job().state().isOver()) {
            job = changes.find(job.id()).orElseThrow();
            if (job.job().read() != told) {
                told = job.job().read();
                System.out.println(told);
            }
        }
        changes.close();
    }

    static QueuedBulkChanges service(TestDatabase database) {
        return new QueuedBulkChanges(
                new FixedTargets<BulkTarget>(BulkTarget::type, List.of(new ShelfBulk(database.jdbc()))),
                database.dataSource(),
                database.transactions(),
                new OpenAccess(),
                Duration.ofSeconds(20));
    }
}
