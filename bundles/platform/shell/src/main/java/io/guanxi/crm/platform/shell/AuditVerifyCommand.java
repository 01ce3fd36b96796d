package io.guanxi.crm.platform.shell;

import io.guanxi.crm.platform.audit.AuditTrail;
import io.guanxi.crm.platform.audit.Finding;
import io.guanxi.crm.platform.audit.Verification;
import java.io.PrintStream;
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

    @Override
    void run(PrintStream console) {
        long started = System.nanoTime();
        Verification result = with(AuditTrail.class, AuditTrail::verify);
        long ms = Math.max(1, (System.nanoTime() - started) / 1_000_000);
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
