package io.guanxi.crm.platform.shell;

import io.guanxi.crm.platform.privacy.Erasure;
import io.guanxi.crm.platform.privacy.PersonalData;
import java.io.PrintStream;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.table.ShellTable;

/** Shows erasures, or one of them with its certificate. */
@Service
@Command(scope = "crm", name = "erasures", description = "Shows erasures, or the certificate of one")
public class ErasuresCommand extends CrmCommand {

    private static final int MOST = 50;

    @Argument(name = "id", description = "Of an erasure whose certificate is shown")
    private long id;

    @Option(name = "--forget", description = "A source that won't come back, so that nobody waits for it")
    private String forget = "";

    @Override
    void run(PrintStream console) {
        if (!forget.isBlank()) {
            with(PersonalData.class, data -> {
                data.forgetSource(forget);
                return 0;
            });
            console.println(forget + " is waited for no more");
        } else if (id != 0) {
            String certificate = with(PersonalData.class, data -> data.certificate(id));
            console.println(certificate);
        } else {
            list(console);
        }
    }

    private void list(PrintStream console) {
        List<Erasure> erasures = with(PersonalData.class, data -> data.list(Optional.empty(), MOST));
        ShellTable table = new ShellTable().emptyTableText("none");
        List.of("Id", "Who", "State", "Asked", "By", "Waits for").forEach(table::column);
        for (Erasure erasure : erasures) {
            table.addRow()
                    .addContent(
                            erasure.id(),
                            erasure.subject(),
                            erasure.state().name().toLowerCase(Locale.ROOT),
                            erasure.askedAt(),
                            erasure.askedBy(),
                            waitsFor(erasure));
        }
        table.print(console);
        List<String> missing = with(PersonalData.class, PersonalData::missingSources);
        if (!missing.isEmpty()) {
            console.println("Sources that are away: " + String.join(", ", missing));
        }
    }

    private static String waitsFor(Erasure erasure) {
        return erasure.state() == Erasure.State.DONE
                ? ""
                : erasure.parts().stream()
                        .filter(part ->
                                part.state() != Erasure.PartState.DONE && part.state() != Erasure.PartState.SKIPPED)
                        .map(Erasure.Part::source)
                        .collect(Collectors.joining(", "));
    }
}
