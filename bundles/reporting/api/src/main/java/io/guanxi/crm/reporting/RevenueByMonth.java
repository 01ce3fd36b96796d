package io.guanxi.crm.reporting;

import io.guanxi.crm.transaction.Money;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.Currency;
import java.util.List;

/** Revenue of every month from the first to the last one; a month without orders is there as zero. */
public record RevenueByMonth(Currency currency, ZoneId zone, List<Month> months) {

    public RevenueByMonth {
        months = List.copyOf(months);
    }

    /**
     * A month.
     *
     * @param customers how many different ones ordered
     */
    public record Month(YearMonth month, Money revenue, long orders, long customers) {}
}
