package io.guanxi.crm.platform.shell;

import io.guanxi.crm.platform.audit.AuditCheck;
import io.guanxi.crm.platform.audit.AuditChecks;
import io.guanxi.crm.platform.audit.Finding;
import io.guanxi.crm.platform.audit.Verification;
import java.io.PrintStream;
import java.time.Duration;
import java.util.Locale;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Service;

/** Looks for traces of tampering. */
@Service
@Command(
        scope = "crm",
        name = "audit-verify",
        description = "Compares the whole audit trail with its seals and anchors")
public class AuditVerifyCommand extends CrmCommand {

    private static final long PAUSE_MS = 300;

    @Override
    void run(PrintStream console) throws InterruptedException {
        AuditCheck check = with(AuditChecks.class, AuditChecks::start);
        console.println("check " + check.id() + " is under way");
        AuditCheck over = follow(check, console);
        if (over.result().isPresent()) {
            long ms = Duration.between(over.startedAt(), over.finishedAt().orElse(over.startedAt()))
                    .toMillis();
            print(over.result().get(), ms, console);
        } else {
            console.println("The audit trail was not checked: "
                    + over.errorCode().orElse(over.state().name().toLowerCase(Locale.ROOT)));
        }
    }

    private AuditCheck follow(AuditCheck started, PrintStream console) throws InterruptedException {
        AuditCheck check = started;
        while (!check.state().isOver()) {
            Thread.sleep(PAUSE_MS);
            check = with(AuditChecks.class, checks -> checks.find(started.id())).orElse(check);
            console.printf(Locale.ROOT, "\r%3.0f %%", check.progress() * 100);
            console.flush();
        }
        console.println();
        return check;
    }

    private static void print(Verification result, long ms, PrintStream console) {
        console.printf(
                Locale.ROOT,
                "%,d entries in %,d seals, %,d anchors; %,d erased, %,d no longer kept; %,d ms%n",
                result.entries(),
                result.seals(),
                result.anchors(),
                result.erased(),
                result.retired(),
                ms);
        if (result.isUntouched()) {
            console.println("The audit trail is untouched.");
        } else {
            result.findings().stream().map(Finding::text).forEach(console::println);
            console.printf(Locale.ROOT, "THE AUDIT TRAIL HAS BEEN TAMPERED WITH: %,d findings%n", result.found());
        }
    }
}
