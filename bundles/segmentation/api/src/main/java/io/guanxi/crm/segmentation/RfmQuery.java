package io.guanxi.crm.segmentation;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Currency;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What is asked of RFM.
 *
 * @param grid name of the grid that gives bins and currency where they are absent here
 * @param bins 2 to 9
 * @param asOf the reference day, orders after it don't count; today where absent
 * @param zone where the days begin and end
 * @param currency the one with the most confirmed orders where neither query nor grid names one
 */
public record RfmQuery(
        String grid, OptionalInt bins, Optional<LocalDate> asOf, ZoneId zone, Optional<Currency> currency) {

    /** The default grid as of today. */
    public static RfmQuery today(ZoneId zone) {
        return new RfmQuery(RfmGrid.DEFAULT, OptionalInt.empty(), Optional.empty(), zone, Optional.empty());
    }
}
