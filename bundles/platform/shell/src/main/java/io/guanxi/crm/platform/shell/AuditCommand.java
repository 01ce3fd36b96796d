package io.guanxi.crm.platform.shell;

import io.guanxi.crm.platform.audit.AuditEntry;
import io.guanxi.crm.platform.audit.AuditTrail;
import io.guanxi.crm.platform.history.FieldChange;
import io.guanxi.crm.platform.query.Filter;
import io.guanxi.crm.platform.query.ListQuery;
import io.guanxi.crm.platform.query.SortOrder;
import java.io.PrintStream;
import java.time.Clock;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.table.ShellTable;

/** Shows who did what. */
@Service
@Command(scope = "crm", name = "audit", description = "Shows the last changes and acts")
public class AuditCommand extends CrmCommand {

    @Argument(name = "filter", description = "As in REST, such as by==ada;kind==exported;at=within=P7D")
    private String filter = "";

    @Option(name = "--limit", description = "How many are shown, 200 at most")
    private int limit = 20;

    @Override
    void run(PrintStream console) {
        List<AuditEntry> found = with(AuditTrail.class, trail -> {
            ListQuery query = ListQuery.all(SortOrder.parse("-at", trail.fields()), Math.max(1, Math.min(limit, 200)));
            return trail.list(filter.isBlank() ? query : query.where(parsed(trail)))
                    .rows();
        });
        ShellTable table = new ShellTable().emptyTableText("nothing");
        List.of("At", "By", "From", "What", "Record", "Detail").forEach(table::column);
        for (AuditEntry entry : found) {
            table.addRow()
                    .addContent(
                            entry.at(),
                            entry.by(),
                            entry.address().orElse(""),
                            entry.kind().toLowerCase(Locale.ROOT).replace('_', '-'),
                            entry.recordType().orElse("")
                                    + entry.recordId().map(id -> " " + id).orElse(""),
                            entry.detail().orElseGet(() -> fields(entry)));
        }
        table.print(console);
    }

    private Filter parsed(AuditTrail trail) {
        return Filter.parse(filter, trail.fields(), Clock.systemUTC(), ZoneId.systemDefault());
    }

    private static String fields(AuditEntry entry) {
        return entry.fields().stream().map(FieldChange::field).collect(Collectors.joining(", "));
    }
}
