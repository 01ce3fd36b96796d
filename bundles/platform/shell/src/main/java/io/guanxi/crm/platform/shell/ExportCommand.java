package io.guanxi.crm.platform.shell;

import io.guanxi.crm.platform.audit.Act;
import io.guanxi.crm.platform.audit.ActKind;
import io.guanxi.crm.platform.audit.AuditTrail;
import io.guanxi.crm.platform.exports.Export;
import io.guanxi.crm.platform.exports.ExportFormat;
import io.guanxi.crm.platform.exports.ExportSource;
import io.guanxi.crm.platform.exports.ExportSources;
import io.guanxi.crm.platform.security.Caller;
import io.guanxi.crm.platform.security.Callers;
import io.guanxi.crm.platform.security.ConsoleCaller;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.completers.FileCompleter;

/** Writes all living records of a type to a file. */
@Service
@Command(scope = "crm", name = "export", description = "Exports records to a CSV, XLSX or NDJSON file")
public class ExportCommand extends CrmCommand {

    @Argument(index = 0, name = "type", description = "What to export, such as customers", required = true)
    private String type = "";

    @Argument(index = 1, name = "file", description = "The file; its ending tells the format", required = true)
    @Completion(FileCompleter.class)
    private String file = "";

    @Option(name = "--header", description = "code, en or zh: how the columns are named")
    private String header = "code";

    @Override
    void run(PrintStream console) {
        try (ExportSources sources = ExportSources.tracked(bundles)) {
            Optional<ExportSource> source = sources.find(type);
            if (source.isEmpty()) {
                List<String> known =
                        sources.all().stream().map(ExportSource::type).sorted().toList();
                console.println("There is nothing of this name to export. There is: " + String.join(", ", known));
                return;
            }
            long started = System.nanoTime();
            Caller caller = ConsoleCaller.current();
            with(AuditTrail.class, trail -> told(trail, Act.of(ActKind.EXPORT_BEGUN)));
            long rows = Callers.callAs(caller, () -> write(source.get()));
            with(
                    AuditTrail.class,
                    trail -> told(trail, Act.of(ActKind.EXPORTED).telling("rows", Math.toIntExact(rows))));
            long ms = Math.max(1, (System.nanoTime() - started) / 1_000_000);
            console.printf(Locale.ROOT, "%,d rows written, %,d rows/s%n", rows, rows * 1000 / ms);
        }
    }

    private int told(AuditTrail trail, Act act) {
        trail.record(act.on(type).telling("file", file));
        return 0;
    }

    private long write(ExportSource source) {
        Export export = Export.of(source, source.all());
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(Path.of(file)))) {
            return export.writeTo(out, format(), labels());
        } catch (IOException e) {
            throw new UncheckedIOException(e.getMessage(), e);
        }
    }

    private ExportFormat format() {
        String name = file.toLowerCase(Locale.ROOT);
        return Arrays.stream(ExportFormat.values())
                .filter(format -> name.endsWith("." + format.extension()))
                .findFirst()
                .orElse(ExportFormat.CSV);
    }

    private Optional<Locale> labels() {
        return switch (header) {
            case "en" -> Optional.of(Locale.ENGLISH);
            case "zh" -> Optional.of(Locale.SIMPLIFIED_CHINESE);
            case "code" -> Optional.empty();
            default -> throw new IllegalArgumentException("--header is code, en or zh");
        };
    }
}
