package io.guanxi.crm.platform.shell;

import io.guanxi.crm.platform.events.Subscription;
import io.guanxi.crm.platform.events.Subscriptions;
import java.io.PrintStream;
import java.util.List;
import java.util.Locale;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.table.ShellTable;

/** Shows who gets our events and how far each one is. */
@Service
@Command(scope = "crm", name = "subscriptions", description = "Shows subscribers of events with their positions")
public class SubscriptionsCommand extends CrmCommand {

    @Option(name = "--pause", description = "Lets this subscriber wait")
    private String paused = "";

    @Option(name = "--resume", description = "Ends the pause of this subscriber, or tries failed events again at once")
    private String resumed = "";

    @Option(name = "--forget", description = "Deletes the position and the dead letters of this subscriber")
    private String forgotten = "";

    @Override
    void run(PrintStream console) {
        List<Subscription> all = with(Subscriptions.class, subscriptions -> {
            if (!paused.isEmpty()) {
                subscriptions.pause(paused);
            }
            if (!resumed.isEmpty()) {
                subscriptions.resume(resumed);
            }
            if (!forgotten.isEmpty()) {
                subscriptions.forget(forgotten);
            }
            return subscriptions.list();
        });
        ShellTable table = new ShellTable().emptyTableText("no subscriber");
        List.of("Name", "State", "Position", "Lag", "Dead letters", "Last error", "Next try", "Last seen", "Node")
                .forEach(table::column);
        for (Subscription one : all) {
            String state = one.state().name().toLowerCase(Locale.ROOT);
            table.addRow()
                    .addContent(
                            one.name(),
                            one.absent() ? state + ", not waited for" : state,
                            one.position(),
                            one.lag(),
                            one.deadLetters(),
                            one.lastError().orElse(""),
                            one.nextRetryAt().map(String::valueOf).orElse(""),
                            one.seenAt(),
                            one.node().orElse(""));
        }
        table.print(console);
    }
}
