package io.guanxi.crm.reporting;

import io.guanxi.crm.transaction.Money;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;

/** Every cell of recency × frequency, empty ones too: recency from best to worst, then frequency from worst to best. */
public record CustomersByRfmCell(LocalDate asOf, int bins, Currency currency, List<Cell> cells) {

    public CustomersByRfmCell {
        cells = List.copyOf(cells);
    }

    /** Customers with the same two scores, and what they bought for. */
    public record Cell(int r, int f, long customers, Money revenue) {}
}
