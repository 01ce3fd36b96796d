package io.guanxi.crm.segmentation;

import io.guanxi.crm.segmentation.engine.RfmGroup;
import io.guanxi.crm.transaction.Money;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Currency;
import java.util.List;

/**
 * A grid with its customers counted.
 *
 * @param customers how many bought anything until the reference day
 * @param cells those that have customers, best first by r, then f, then m
 */
public record RfmResult(
        String grid,
        int bins,
        LocalDate asOf,
        ZoneId zone,
        Currency currency,
        long customers,
        Instant computedAt,
        List<Cell> cells) {

    public RfmResult {
        cells = List.copyOf(cells);
    }

    /** Customers with the same scores, and what they bought for. */
    public record Cell(int r, int f, int m, long customers, Money revenue, RfmGroup group) {}
}
