package io.guanxi.crm.platform.shell;

import static org.assertj.core.api.Assertions.assertThat;

import io.guanxi.crm.platform.imports.ImportJob;
import io.guanxi.crm.platform.imports.ImportMode;
import io.guanxi.crm.platform.imports.ImportRequest;
import io.guanxi.crm.platform.imports.Rejection;
import io.guanxi.crm.platform.imports.RowPolicy;
import io.guanxi.crm.platform.problem.Text;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.Test;

public class ImportReportTest {

    private final ImportJob job = new ImportJob(
            7,
            new ImportRequest("customers", "a.csv", ImportMode.UPSERT, RowPolicy.WHOLE, false, Optional.empty()),
            ImportJob.State.FAILED,
            12_000,
            11_000,
            5,
            0,
            30,
            0.5,
            Instant.EPOCH,
            "ada",
            Optional.empty(),
            Optional.of("boom"),
            Optional.of(new Text("Bang.", "砰。")),
            Optional.empty(),
            false);

    @Test
    public void showsHowFarItIs() {
        assertThat(ImportReport.progress(job))
                .isEqualTo(
                        "failed     50 %  12,000 rows read, 11,000 created, 5 updated, 0 unchanged, 30 rows rejected");
    }

    @Test
    public void showsTheFirstRejectsAndThatThereAreMore() {
        ByteArrayOutputStream console = new ByteArrayOutputStream();
        Rejection rejection = new Rejection(3, "名称", "required", new Text("A name is needed.", "需要名称。"));

        ImportReport.print(job, List.of(rejection), new PrintStream(console, true, StandardCharsets.UTF_8));

        assertThat(console.toString(StandardCharsets.UTF_8))
                .contains("failed: Bang.", "名称", "A name is needed.", "the first 1 of 30");
    }
}
