package io.guanxi.crm.segmentation;

import java.time.Instant;
import java.util.Currency;
import java.util.Optional;

/**
 * A way to cut customers into cells, kept under a name.
 *
 * @param bins how many scores, 2 to 9
 * @param createdAt absent for the grid that comes with the product
 */
public record RfmGrid(
        String name, int bins, Optional<Currency> currency, Optional<Instant> createdAt, String createdBy) {

    /** Name of the grid that is always there. */
    public static final String DEFAULT = "default";
}
