package io.guanxi.crm.segmentation.web;

import io.guanxi.crm.platform.http.MoneyView;
import io.guanxi.crm.segmentation.RfmResult;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/** A grid on the wire. */
public record RfmView(
        String grid,
        LocalDate asOf,
        int bins,
        String currency,
        long customers,
        Instant computedAt,
        List<CellView> cells) {

    /** A cell on the wire. */
    public record CellView(int r, int f, int m, long customers, MoneyView revenue, String group) {

        static CellView of(RfmResult.Cell cell) {
            return new CellView(
                    cell.r(),
                    cell.f(),
                    cell.m(),
                    cell.customers(),
                    MoneyView.of(cell.revenue().amount(), cell.revenue().currency()),
                    cell.group().code());
        }
    }

    static RfmView of(RfmResult result) {
        return new RfmView(
                result.grid(),
                result.asOf(),
                result.bins(),
                result.currency().getCurrencyCode(),
                result.customers(),
                result.computedAt(),
                result.cells().stream().map(CellView::of).toList());
    }
}
