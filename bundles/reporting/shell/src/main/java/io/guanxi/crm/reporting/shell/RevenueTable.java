package io.guanxi.crm.reporting.shell;

import io.guanxi.crm.reporting.RevenueByMonth;
import java.io.PrintStream;
import java.math.BigDecimal;
import java.math.RoundingMode;
import org.apache.karaf.shell.support.table.ShellTable;

/** Revenue by month as text, a row per month. */
final class RevenueTable {

    private RevenueTable() {}

    static void print(RevenueByMonth report, PrintStream out) {
        int digits = Math.max(0, report.currency().getDefaultFractionDigits());
        ShellTable table = new ShellTable();
        table.column("Month");
        table.column(report.currency().getCurrencyCode()).alignRight();
        table.column("Orders").alignRight();
        table.column("Customers").alignRight();
        for (RevenueByMonth.Month month : report.months()) {
            BigDecimal revenue = month.revenue().amount().setScale(digits, RoundingMode.HALF_UP);
            table.addRow().addContent(month.month(), revenue.toPlainString(), month.orders(), month.customers());
        }
        table.print(out);
    }
}
