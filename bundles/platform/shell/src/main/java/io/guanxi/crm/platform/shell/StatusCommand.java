package io.guanxi.crm.platform.shell;

import io.guanxi.crm.platform.edge.GateStatus;
import io.guanxi.crm.platform.edge.Gates;
import java.io.PrintStream;
import java.util.List;
import java.util.stream.Stream;
import org.apache.felix.hc.api.execution.HealthCheckExecutionResult;
import org.apache.felix.hc.api.execution.HealthCheckExecutor;
import org.apache.felix.hc.api.execution.HealthCheckSelector;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.table.ShellTable;
import org.osgi.framework.Bundle;
import org.osgi.framework.ServiceReference;

/** Shows modules, health and versions. */
@Service
@Command(scope = "crm", name = "status", description = "Shows modules, health and bundle versions")
public class StatusCommand extends CrmCommand {

    @Override
    void run(PrintStream console) {
        modules(console);
        health(console);
        bundles(console);
    }

    private void modules(PrintStream console) {
        ShellTable table =
                table("no module", "Module", "Gate", "Application", "Inside", "Waiting", "Waited", "Refused");
        for (GateStatus gate : with(Gates.class, Gates::list)) {
            String state = gate.open() ? "open" : gate.holds() > 0 ? "held" : "closed";
            table.addRow()
                    .addContent(
                            gate.module(),
                            state,
                            gate.ready() ? "there" : "missing",
                            gate.inside(),
                            gate.waiting(),
                            gate.waited(),
                            gate.refused());
        }
        table.print(console);
    }

    private void health(PrintStream console) {
        ServiceReference<HealthCheckExecutor> reference = bundles.getServiceReference(HealthCheckExecutor.class);
        HealthCheckExecutor executor = reference == null ? null : bundles.getService(reference);
        ShellTable table = table("no health check", "Health check", "Status");
        List<HealthCheckExecutionResult> results =
                executor == null ? List.of() : executor.execute(HealthCheckSelector.tags("crm"));
        for (HealthCheckExecutionResult result : results) {
            table.addRow()
                    .addContent(
                            result.getHealthCheckMetadata().getTitle(),
                            result.getHealthCheckResult().getStatus());
        }
        table.print(console);
    }

    private void bundles(PrintStream console) {
        ShellTable table = table("no bundle", "Id", "Bundle", "Version", "Module", "State");
        Stream.of(bundles.getBundles())
                .filter(bundle -> String.valueOf(bundle.getSymbolicName()).startsWith("io.guanxi.crm."))
                .forEach(bundle -> table.addRow()
                        .addContent(
                                bundle.getBundleId(),
                                bundle.getSymbolicName(),
                                bundle.getVersion(),
                                module(bundle),
                                bundle.getState() == Bundle.ACTIVE ? "active" : "not active"));
        table.print(console);
    }

    private static String module(Bundle bundle) {
        String module = bundle.getHeaders("").get("Crm-Module");
        return module == null ? "" : module;
    }

    private static ShellTable table(String empty, String... columns) {
        ShellTable table = new ShellTable().emptyTableText(empty);
        Stream.of(columns).forEach(table::column);
        return table;
    }
}
