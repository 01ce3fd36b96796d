package io.guanxi.crm.platform.shell;

import io.guanxi.crm.platform.imports.ImportJob;
import io.guanxi.crm.platform.imports.ImportMode;
import io.guanxi.crm.platform.imports.ImportRequest;
import io.guanxi.crm.platform.imports.Imports;
import io.guanxi.crm.platform.imports.RowPolicy;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.completers.FileCompleter;

/** Imports a file, as the REST resource does. */
@Service
@Command(scope = "crm", name = "import", description = "Imports a CSV or XLSX file")
public class ImportCommand extends CrmCommand {

    @Argument(index = 0, name = "type", description = "What the file holds, such as customers", required = true)
    private String type = "";

    @Argument(index = 1, name = "file", description = "The file", required = true)
    @Completion(FileCompleter.class)
    private String file = "";

    @Option(name = "--mode", description = "upsert or create")
    private String mode = "upsert";

    @Option(
            name = "--rows",
            description = "whole: a record with a bad row is left out; lines: it is made of its good rows")
    private String rows = "whole";

    @Option(name = "--charset", description = "auto, or a name such as UTF-8 or GB18030")
    private String charset = "auto";

    @Option(
            name = "--map",
            description = "A header and the column it stands for, such as 名称=name; none behind the sign: left out",
            multiValued = true)
    private List<String> map = new ArrayList<>();

    @Option(name = "--dry-run", description = "Checks everything, writes nothing")
    private boolean dryRun;

    @Option(name = "--no-wait", description = "Returns at once; the import goes on")
    private boolean noWait;

    @Override
    void run(PrintStream console) throws InterruptedException {
        ImportJob job = with(Imports.class, this::start);
        console.println("import " + job.id() + " is queued");
        if (!noWait) {
            ImportJob done = follow(job, console);
            console.println();
            ImportReport.print(done, with(Imports.class, imports -> ImportReport.firstRejects(imports, done)), console);
        }
    }

    private ImportJob start(Imports imports) {
        Path path = Path.of(file);
        ImportRequest request = new ImportRequest(
                type,
                String.valueOf(path.getFileName()),
                ImportMode.valueOf(mode.toUpperCase(Locale.ROOT)),
                RowPolicy.valueOf(rows.toUpperCase(Locale.ROOT)),
                dryRun,
                charset.equals("auto") ? Optional.empty() : Optional.of(Charset.forName(charset)),
                mapping());
        try (InputStream content = Files.newInputStream(path)) {
            return imports.start(request, content);
        } catch (IOException e) {
            throw new UncheckedIOException(e.getMessage(), e);
        }
    }

    private Map<String, String> mapping() {
        Map<String, String> mapping = new HashMap<>();
        for (String pair : map) {
            int sign = pair.lastIndexOf('=');
            if (sign < 1) {
                throw new IllegalArgumentException("--map is header=column");
            }
            mapping.put(pair.substring(0, sign), pair.substring(sign + 1));
        }
        return mapping;
    }

    private ImportJob follow(ImportJob started, PrintStream console) throws InterruptedException {
        ImportJob job = started;
        while (!job.state().isOver()) {
            Thread.sleep(300);
            job = with(Imports.class, imports -> imports.find(started.id())).orElse(job);
            console.printf("\r%s", ImportReport.progress(job));
            console.flush();
        }
        return job;
    }
}
