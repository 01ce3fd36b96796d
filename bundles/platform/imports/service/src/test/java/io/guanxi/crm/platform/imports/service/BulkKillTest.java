package io.guanxi.crm.platform.imports.service;

import static org.assertj.core.api.Assertions.assertThat;

import io.guanxi.crm.platform.imports.BulkJob;
import io.guanxi.crm.platform.imports.ImportJob.State;
import io.guanxi.crm.platform.imports.UndoJob;
import io.guanxi.crm.platform.testing.SignedIn;
import io.guanxi.crm.platform.testing.TestDatabase;
import java.nio.file.Path;
import java.sql.PreparedStatement;
import java.util.List;
import java.util.Optional;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.RuleChain;
import org.junit.rules.TemporaryFolder;

/** The process of a change of many records is killed twice; the third one ends it, and takes it back. */
public class BulkKillTest {

    private static final int THINGS = 1500;

    private final TemporaryFolder folder = new TemporaryFolder();

    @Rule
    public final RuleChain rules = RuleChain.outerRule(SignedIn.administrator()).around(folder);

    @Test
    public void changesEachRecordOnce() throws Exception {
        Path root = folder.getRoot().toPath();
        put(root);
        long first = KilledProgram.behind(300, KilledBulk.class, List.of(root.toString(), String.valueOf(THINGS)));
        long second = KilledProgram.behind(first + 300, KilledBulk.class, List.of(root.toString()));
        assertThat(second).isLessThan(THINGS);

        TestDatabase database = KilledImport.open(root);
        try (QueuedBulkChanges changes = KilledBulk.service(database)) {
            BulkJob job = changes.list(Optional.empty(), 1).get(0);
            assertThat(job.job().state().isOver()).isFalse();
            while (!job.job().state().isOver()) {
                job = changes.find(job.id()).orElseThrow();
            }
            assertThat(job.job().state()).isEqualTo(State.DONE);
            assertThat(job.job().read()).isEqualTo(THINGS);
            assertThat(job.job().updated()).isEqualTo(THINGS);
            assertThat(labels(database, "new label")).isEqualTo(THINGS);

            changes.undo(job.id());
            UndoJob undo = undo(changes, job.id());
            while (!undo.state().isOver()) {
                undo = undo(changes, job.id());
            }
            assertThat(undo).isEqualTo(new UndoJob(State.DONE, THINGS, THINGS, 0));
            assertThat(labels(database, "old")).isEqualTo(THINGS);
        } finally {
            database.close();
        }
    }

    private static void put(Path root) {
        TestDatabase database = KilledImport.open(root);
        database.transactions().run(() -> database.jdbc().with(connection -> {
            try (PreparedStatement insert =
                    connection.prepareStatement("INSERT INTO CRM_SHELF (ITEM, LABEL, RECORD) VALUES (?, 'old', ?)")) {
                for (int i = 1; i <= THINGS; i++) {
                    insert.setString(1, "T" + i);
                    insert.setInt(2, i);
                    insert.addBatch();
                }
                return insert.executeBatch().length;
            }
        }));
        database.close();
    }

    private static UndoJob undo(QueuedBulkChanges changes, long job) {
        return changes.find(job).orElseThrow().job().undo().orElseThrow();
    }

    private static long labels(TestDatabase database, String label) {
        return database.jdbc()
                .first(
                        "SELECT COUNT(*) FROM CRM_SHELF WHERE LABEL = ?",
                        statement -> statement.setString(1, label),
                        row -> row.getLong(1))
                .orElseThrow();
    }
}
