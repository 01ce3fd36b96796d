package io.guanxi.crm.segmentation.shell;

import io.guanxi.crm.platform.security.Caller;
import io.guanxi.crm.platform.security.Callers;
import io.guanxi.crm.platform.security.ConsoleCaller;
import io.guanxi.crm.segmentation.Rfm;
import io.guanxi.crm.segmentation.RfmGrid;
import io.guanxi.crm.segmentation.RfmQuery;
import io.guanxi.crm.segmentation.RfmResult;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Currency;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.api.console.Session;
import org.jspecify.annotations.Nullable;

/** Prints the customers of an RFM grid, recency by frequency. */
@Service
@Command(scope = "crm", name = "rfm", description = "Shows customers by recency and frequency of their orders")
public class RfmCommand implements Action {

    @Reference
    @SuppressWarnings("NullAway.Init")
    private Rfm rfm;

    @Reference
    @SuppressWarnings("NullAway.Init")
    private Session session;

    @Option(name = "--as-of", description = "Reference day, such as 2026-03-01; today if left out")
    private @Nullable String asOf;

    @Option(name = "--bins", description = "Number of scores, 2 to 9; the grid's own if left out")
    private int bins;

    @Option(name = "--currency", description = "Such as CNY; the one with most orders if left out")
    private @Nullable String currency;

    @Option(name = "--grid", description = "Name of the grid")
    private String grid = RfmGrid.DEFAULT;

    @Override
    public @Nullable Object execute() {
        RfmQuery query = new RfmQuery(
                grid,
                bins == 0 ? OptionalInt.empty() : OptionalInt.of(bins),
                Optional.ofNullable(asOf).map(LocalDate::parse),
                ZoneId.systemDefault(),
                Optional.ofNullable(currency).map(code -> Currency.getInstance(code.toUpperCase(Locale.ROOT))));
        Caller caller = ConsoleCaller.current();
        RfmResult result = Callers.callAs(caller, () -> rfm.result(query));
        RfmTable.print(result, session.getConsole());
        return null;
    }
}
