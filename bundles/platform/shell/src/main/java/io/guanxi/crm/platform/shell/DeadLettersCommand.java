package io.guanxi.crm.platform.shell;

import io.guanxi.crm.platform.events.DeadLetter;
import io.guanxi.crm.platform.events.Subscriptions;
import java.io.PrintStream;
import java.util.List;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.table.ShellTable;

/** Shows the events that a subscriber could not take, and has them delivered again. */
@Service
@Command(scope = "crm", name = "dead-letters", description = "Shows, replays or discards dead letters of a subscriber")
public class DeadLettersCommand extends CrmCommand {

    private static final int SHOWN = 100;

    @Argument(index = 0, name = "subscriber", description = "Name of the subscriber", required = true)
    private String subscriber = "";

    @Argument(index = 1, name = "sequence", description = "The event; all of them where it is left out")
    private long sequence;

    @Option(name = "--replay", description = "Delivers the letters of the event's record again, or all letters")
    private boolean replay;

    @Option(name = "--discard", description = "Throws the letter of the event away")
    private boolean discard;

    @Override
    void run(PrintStream console) {
        if (discard) {
            if (sequence == 0) {
                throw new IllegalArgumentException("say which event to discard");
            }
            with(Subscriptions.class, all -> {
                all.discard(subscriber, sequence);
                return 0;
            });
            console.println("discarded");
        } else if (replay) {
            int letters = with(Subscriptions.class, this::replay);
            console.println(letters + (letters == 1 ? " dead letter" : " dead letters") + " to be delivered again");
        } else {
            print(with(Subscriptions.class, all -> all.deadLetters(subscriber, 0, SHOWN + 1)), console);
        }
    }

    private int replay(Subscriptions all) {
        return sequence == 0 ? all.replayAll(subscriber) : all.replay(subscriber, sequence);
    }

    private static void print(List<DeadLetter> letters, PrintStream console) {
        ShellTable table = new ShellTable().emptyTableText("no dead letter");
        List.of("Sequence", "Topic", "Record", "Attempts", "Error", "At", "Replay")
                .forEach(table::column);
        letters.stream().limit(SHOWN).forEach(letter -> table.addRow()
                .addContent(
                        letter.event().sequence(),
                        letter.event().news().topic(),
                        letter.event().news().recordId(),
                        letter.attempts(),
                        letter.error(),
                        letter.at(),
                        letter.replaying() ? "waiting" : ""));
        table.print(console);
        if (letters.size() > SHOWN) {
            console.println("… the first " + SHOWN);
        }
    }
}
