package io.guanxi.crm.reporting;

import java.time.YearMonth;
import java.time.ZoneId;
import java.util.Currency;
import java.util.Optional;

/**
 * Which months; at most {@value #MAX_MONTHS} of them.
 *
 * @param currency the one with the most confirmed orders where absent
 * @param from the first month with an order where absent
 * @param to the last month with an order where absent
 * @param zone where the months begin and end
 */
public record RevenueQuery(Optional<Currency> currency, Optional<YearMonth> from, Optional<YearMonth> to, ZoneId zone) {

    /** A century. */
    public static final int MAX_MONTHS = 1_200;
}
