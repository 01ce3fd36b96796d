package io.guanxi.crm.platform.shell;

import io.guanxi.crm.platform.jobs.JobStatus;
import io.guanxi.crm.platform.jobs.Jobs;
import io.guanxi.crm.platform.jobs.Run;
import java.io.PrintStream;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.table.ShellTable;

/** Shows the jobs, or the last runs of one. */
@Service
@Command(scope = "crm", name = "jobs", description = "Shows jobs, or the last runs of one")
public class JobsCommand extends CrmCommand {

    private static final int SHOWN = 20;

    @Argument(index = 0, name = "job", description = "Name of a job, to see its last runs")
    private String job = "";

    @Override
    void run(PrintStream console) {
        if (job.isEmpty()) {
            jobs(with(Jobs.class, Jobs::list), console);
        } else {
            runs(with(Jobs.class, jobs -> jobs.runs(job, Optional.empty(), SHOWN)), console);
        }
    }

    private static void jobs(List<JobStatus> jobs, PrintStream console) {
        ShellTable table = new ShellTable().emptyTableText("no job");
        List.of("Name", "Schedule", "State", "Last run", "Outcome", "Next run", "Node")
                .forEach(table::column);
        for (JobStatus one : jobs) {
            table.addRow()
                    .addContent(
                            one.name(),
                            one.schedule(),
                            one.state().name().toLowerCase(Locale.ROOT),
                            one.lastRun().map(run -> run.startedAt().toString()).orElse(""),
                            one.lastRun().map(JobsCommand::outcome).orElse(""),
                            one.nextRunAt().map(String::valueOf).orElse(""),
                            one.node().orElse(""));
        }
        table.print(console);
    }

    private static void runs(List<Run> runs, PrintStream console) {
        ShellTable table = new ShellTable().emptyTableText("no run");
        List.of("Started", "Finished", "Outcome", "Node").forEach(table::column);
        for (Run run : runs) {
            table.addRow()
                    .addContent(
                            run.startedAt(),
                            run.finishedAt().map(String::valueOf).orElse(""),
                            outcome(run),
                            run.node());
        }
        table.print(console);
    }

    private static String outcome(Run run) {
        String outcome =
                run.outcome().map(o -> o.name().toLowerCase(Locale.ROOT)).orElse("running");
        return run.error().map(error -> outcome + ": " + error).orElse(outcome);
    }
}
