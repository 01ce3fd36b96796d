package io.guanxi.crm.reporting.web;

import io.guanxi.crm.platform.problem.InvalidValueException;
import io.guanxi.crm.platform.problem.Text;
import io.guanxi.crm.reporting.CustomersByRfmCell;
import io.guanxi.crm.reporting.ReportInfo;
import io.guanxi.crm.reporting.Reports;
import io.guanxi.crm.reporting.RevenueByMonth;
import io.guanxi.crm.reporting.RevenueQuery;
import io.guanxi.crm.segmentation.RfmQuery;
import io.guanxi.crm.transaction.Money;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Currency;
import java.util.List;

/** One month and one cell. */
final class TestReports implements Reports {

    @Override
    public List<ReportInfo> list() {
        return List.of(new ReportInfo(
                ReportInfo.REVENUE_BY_MONTH, new Text("Revenue by month", "月度收入"), List.of("from", "to")));
    }

    @Override
    public RevenueByMonth revenueByMonth(RevenueQuery query) {
        if (query.from().isPresent() && query.to().isPresent()) {
            throw new InvalidValueException("to", "before-from", "Backwards.", "倒置。");
        }
        return new RevenueByMonth(
                query.currency().orElse(Currency.getInstance("GBP")),
                query.zone(),
                List.of(new RevenueByMonth.Month(YearMonth.of(2011, 11), Money.of("1161817.3800", "GBP"), 2657, 1664)));
    }

    @Override
    public CustomersByRfmCell customersByRfmCell(RfmQuery query) {
        return new CustomersByRfmCell(
                query.asOf().orElse(LocalDate.of(2026, 3, 1)),
                query.bins().orElse(5),
                Currency.getInstance("GBP"),
                List.of(new CustomersByRfmCell.Cell(5, 1, 0, Money.of("0.0000", "GBP"))));
    }
}
