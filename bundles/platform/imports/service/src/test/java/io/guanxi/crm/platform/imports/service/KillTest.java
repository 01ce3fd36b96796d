package io.guanxi.crm.platform.imports.service;

import static org.assertj.core.api.Assertions.assertThat;

import io.guanxi.crm.platform.imports.ImportJob;
import io.guanxi.crm.platform.persistence.Jdbc;
import io.guanxi.crm.platform.testing.SignedIn;
import io.guanxi.crm.platform.testing.TestDatabase;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.RuleChain;
import org.junit.rules.TemporaryFolder;

/** The process of an import is killed twice, as by kill -9; the third one finishes what the first has begun. */
public class KillTest {

    private static final int THINGS = 30_000;

    private final TemporaryFolder folder = new TemporaryFolder();

    @Rule
    public final RuleChain rules = RuleChain.outerRule(SignedIn.administrator()).around(folder);

    @Test
    public void leavesNoGapAndWritesNothingTwice() throws Exception {
        Path file = folder.newFile("things.csv").toPath();
        Files.writeString(file, file());
        String root = folder.getRoot().toString();
        List<Long> killedAt = new ArrayList<>();
        killedAt.add(KilledProgram.behind(3000, KilledImport.class, List.of(root, file.toString())));
        killedAt.add(KilledProgram.behind(killedAt.get(0) + 5000, KilledImport.class, List.of(root)));

        TestDatabase database = KilledImport.open(folder.getRoot().toPath());
        try (QueuedImports imports = KilledImport.service(folder.getRoot().toPath(), database)) {
            ImportJob job = imports.list(Optional.empty(), 1).get(0);
            assertThat(job.state().isOver()).isFalse();
            while (!job.state().isOver()) {
                job = imports.find(job.id()).orElseThrow();
            }
            assertThat(killedAt).allMatch(created -> created < THINGS);
            assertThat(job.state()).isEqualTo(ImportJob.State.DONE);
            assertThat(job.created()).isEqualTo(THINGS);
            assertThat(job.read()).isEqualTo(THINGS + 300 + 2);
            assertThat(job.rejected()).isEqualTo(300);
            List<String> things = database.jdbc()
                    .list("SELECT ITEM FROM CRM_SHELF ORDER BY ITEM", Jdbc.NONE, row -> row.getString(1));
            assertThat(things.stream().distinct().count()).isEqualTo(THINGS);
            assertThat(things).hasSize(THINGS + 2);
            List<Long> lines = new ArrayList<>();
            imports.rejections(job.id(), rejection -> lines.add(rejection.line()));
            assertThat(lines).hasSize(300).doesNotHaveDuplicates().isSorted();
        } finally {
            database.close();
        }
    }

    /** Each hundredth row is bad, and two things stand apart from their other row. */
    private static String file() {
        StringBuilder file = new StringBuilder("itemNumber,label\n");
        for (int i = 0; i < THINGS; i++) {
            file.append(i).append(",v\n");
            if (i % 100 == 0) {
                file.append("bad").append(i).append(",bad\n");
            }
        }
        return file.append("7,again\n25000,again\n").toString();
    }
}
