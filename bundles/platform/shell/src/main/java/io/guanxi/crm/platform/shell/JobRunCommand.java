package io.guanxi.crm.platform.shell;

import io.guanxi.crm.platform.jobs.Jobs;
import java.io.PrintStream;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Service;

/** Starts a job now, or asks it to stop. */
@Service
@Command(scope = "crm", name = "job-run", description = "Starts a job now, or cancels its run")
public class JobRunCommand extends CrmCommand {

    @Argument(index = 0, name = "job", description = "Name of the job", required = true)
    private String job = "";

    @Option(name = "--cancel", description = "Asks the run under way to stop")
    private boolean cancel;

    @Override
    void run(PrintStream console) {
        with(Jobs.class, jobs -> {
            if (cancel) {
                jobs.cancel(job);
            } else {
                jobs.start(job);
            }
            return 0;
        });
        console.println(cancel ? job + " is asked to stop" : job + " starts");
    }
}
