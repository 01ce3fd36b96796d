package io.guanxi.crm.reporting.web;

import io.guanxi.crm.platform.http.MoneyView;
import io.guanxi.crm.reporting.CustomersByRfmCell;
import io.guanxi.crm.reporting.ReportInfo;
import java.time.LocalDate;
import java.util.List;

/** Customers by RFM cell on the wire. */
public record CellsView(String report, LocalDate asOf, int bins, String currency, List<Row> rows) {

    /** A cell on the wire. */
    public record Row(int r, int f, long customers, MoneyView revenue) {

        static Row of(CustomersByRfmCell.Cell cell) {
            return new Row(
                    cell.r(),
                    cell.f(),
                    cell.customers(),
                    MoneyView.of(cell.revenue().amount(), cell.revenue().currency()));
        }
    }

    static CellsView of(CustomersByRfmCell report) {
        return new CellsView(
                ReportInfo.CUSTOMERS_BY_RFM_CELL,
                report.asOf(),
                report.bins(),
                report.currency().getCurrencyCode(),
                report.cells().stream().map(Row::of).toList());
    }
}
