package io.guanxi.crm.reporting.web;

import io.guanxi.crm.platform.http.MoneyView;
import io.guanxi.crm.reporting.ReportInfo;
import io.guanxi.crm.reporting.RevenueByMonth;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.List;

/** Revenue by month on the wire. */
public record RevenueView(String report, String currency, ZoneId tz, List<Row> rows) {

    /** A month on the wire. */
    public record Row(YearMonth month, MoneyView revenue, long orders, long customers) {

        static Row of(RevenueByMonth.Month month) {
            return new Row(
                    month.month(),
                    MoneyView.of(month.revenue().amount(), month.revenue().currency()),
                    month.orders(),
                    month.customers());
        }
    }

    static RevenueView of(RevenueByMonth report) {
        return new RevenueView(
                ReportInfo.REVENUE_BY_MONTH,
                report.currency().getCurrencyCode(),
                report.zone(),
                report.months().stream().map(Row::of).toList());
    }
}
