package io.guanxi.crm.reporting.shell;

import io.guanxi.crm.platform.security.Caller;
import io.guanxi.crm.platform.security.Callers;
import io.guanxi.crm.platform.security.ConsoleCaller;
import io.guanxi.crm.reporting.Reports;
import io.guanxi.crm.reporting.RevenueByMonth;
import io.guanxi.crm.reporting.RevenueQuery;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.Currency;
import java.util.Locale;
import java.util.Optional;
import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.api.console.Session;
import org.jspecify.annotations.Nullable;

/** Prints the revenue of every month. */
@Service
@Command(scope = "crm", name = "revenue", description = "Shows revenue by month")
public class RevenueCommand implements Action {

    @Reference
    @SuppressWarnings("NullAway.Init")
    private Reports reports;

    @Reference
    @SuppressWarnings("NullAway.Init")
    private Session session;

    @Option(name = "--currency", description = "Such as CNY; the one with most orders if left out")
    private @Nullable String currency;

    @Option(name = "--from", description = "First month, such as 2026-01; that of the first order if left out")
    private @Nullable String from;

    @Option(name = "--to", description = "Last month; that of the last order if left out")
    private @Nullable String to;

    @Override
    public @Nullable Object execute() {
        RevenueQuery query = new RevenueQuery(
                Optional.ofNullable(currency).map(code -> Currency.getInstance(code.toUpperCase(Locale.ROOT))),
                Optional.ofNullable(from).map(YearMonth::parse),
                Optional.ofNullable(to).map(YearMonth::parse),
                ZoneId.systemDefault());
        Caller caller = ConsoleCaller.current();
        RevenueByMonth report = Callers.callAs(caller, () -> reports.revenueByMonth(query));
        RevenueTable.print(report, session.getConsole());
        return null;
    }
}
