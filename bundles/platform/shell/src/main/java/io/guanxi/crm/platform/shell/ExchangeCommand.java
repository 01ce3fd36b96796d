package io.guanxi.crm.platform.shell;

import io.guanxi.crm.platform.edge.Exchange;
import io.guanxi.crm.platform.edge.ExchangeReport;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.completers.FileCompleter;

/** Exchanges a bundle while its module serves. */
@Service
@Command(scope = "crm", name = "exchange", description = "Exchanges a bundle without a failed request")
public class ExchangeCommand extends CrmCommand {

    @Argument(index = 0, name = "bundle", description = "Symbolic name of the running bundle", required = true)
    private String bundle = "";

    @Argument(index = 1, name = "jar", description = "Path or URL of the new version", required = true)
    @Completion(FileCompleter.class)
    private String jar = "";

    @Option(name = "--force", description = "Goes on where requests don't end in time or other bundles restart")
    private boolean force;

    @Override
    void run(PrintStream console) throws IOException {
        // The first letter alone could be a Windows drive.
        if (jar.matches("[a-z]{2,}:.*")) {
            Path copy = Files.createTempFile("crm-exchange-", ".jar");
            try {
                try (InputStream content = URI.create(jar).toURL().openStream()) {
                    Files.copy(content, copy, StandardCopyOption.REPLACE_EXISTING);
                }
                exchange(copy, console);
            } finally {
                Files.deleteIfExists(copy);
            }
        } else {
            exchange(Path.of(jar), console);
        }
    }

    private void exchange(Path file, PrintStream console) {
        ExchangeReport report = with(Exchange.class, exchange -> exchange.exchange(bundle, file, force));
        console.printf(
                "%s %s -> %s in %d ms: drain %d%s, stop %d, update and refresh %d, start %d, ready %d%n",
                report.bundle(),
                report.oldVersion(),
                report.newVersion(),
                report.total(),
                report.drain(),
                report.drained() ? "" : " (not drained)",
                report.stop(),
                report.update(),
                report.start(),
                report.ready());
        if (!report.restarted().isEmpty()) {
            console.println("also restarted: " + String.join(", ", report.restarted()));
        }
    }
}
