package io.guanxi.crm.platform.history.service;

import static org.assertj.core.api.Assertions.assertThat;

import io.guanxi.crm.platform.history.Change;
import io.guanxi.crm.platform.history.ChangeKind;
import io.guanxi.crm.platform.history.FieldChange;
import io.guanxi.crm.platform.persistence.Jdbc;
import io.guanxi.crm.platform.query.Filter;
import io.guanxi.crm.platform.query.ListQuery;
import io.guanxi.crm.platform.query.SortOrder;
import io.guanxi.crm.platform.testing.OpenAccess;
import io.guanxi.crm.platform.testing.Postgresql;
import io.guanxi.crm.platform.testing.SignedIn;
import io.guanxi.crm.platform.testing.TestDatabase;
import java.nio.file.Files;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.Rule;
import org.junit.Test;

/** Prints how fast a million changes are written, sealed, checked and listed on PostgreSQL; run it by name. */
public class AuditBenchmark {

    @Rule
    public final TestDatabase database = new TestDatabase(Postgresql.fresh(), "history");

    @Rule
    public final SignedIn signedIn = SignedIn.administrator();

    @Test
    public void figuresOfAMillionChanges() throws Exception {
        JdbcChangeLog log = new JdbcChangeLog(database.dataSource(), new OpenAccess());
        JdbcAuditTrail trail = new JdbcAuditTrail(
                database.jdbc(),
                database.transactions(),
                new OpenAccess(),
                Files.createTempDirectory("anchors").resolve("anchors"),
                Clock.systemUTC(),
                0);
        int total = Integer.getInteger("crm.audit.changes", 1_000_000);
        time("write, 500 a transaction", total, () -> {
            for (int i = 0; i < total; i += 500) {
                List<Change> some = some(i, 500);
                database.transactions().run(() -> log.record(some));
            }
        });
        database.jdbc().update("ANALYZE", Jdbc.NONE);
        time("seal", total, () -> trail.sealer().sealAll(() -> false));
        database.jdbc().update("ANALYZE", Jdbc.NONE);
        time("verify", total, () -> assertThat(trail.verify().entries()).isEqualTo(total));
        time("find nothing to seal", 1, () -> trail.sealer().sealAll(() -> false));
        time("seal one", 1, () -> {
            log.record(some(0, 1));
            trail.sealer().sealAll(() -> false);
        });
        ListQuery query = ListQuery.all(SortOrder.parse("-at", trail.fields()), 25);
        for (int i = 0; i < 3; i++) {
            time("page", 1, () -> trail.list(query));
            time("page of nobody's", 1, () -> trail.list(query.where(filter(trail, "by==nobody"))));
            time("page of exports", 1, () -> trail.list(query.where(filter(trail, "kind==exported"))));
        }
        trail.close();
    }

    private static Filter filter(JdbcAuditTrail trail, String text) {
        return Filter.parse(text, trail.fields(), Clock.systemUTC(), ZoneOffset.UTC);
    }

    private static List<Change> some(int from, int number) {
        List<Change> some = new ArrayList<>();
        for (int i = from; i < from + number; i++) {
            some.add(new Change(
                    "customer",
                    i,
                    ChangeKind.CHANGED,
                    Instant.now(),
                    "user" + i % 100,
                    List.of(new FieldChange(
                            "name", Optional.of("\"old " + i + "\""), Optional.of("\"new " + i + "\"")))));
        }
        return some;
    }

    private static void time(String what, int rows, Runnable work) {
        long start = System.nanoTime();
        work.run();
        long us = (System.nanoTime() - start) / 1000;
        System.out.printf(
                "%s: %d rows, %d ms, %d rows/s%n", what, rows, us / 1000, rows * 1_000_000L / Math.max(1, us));
    }
}
