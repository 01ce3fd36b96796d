package io.guanxi.crm.segmentation;

import io.guanxi.crm.customer.CustomerId;
import io.guanxi.crm.segmentation.engine.RfmGroup;
import io.guanxi.crm.transaction.Money;
import java.time.Instant;

/**
 * A customer with the scores.
 *
 * @param recency calendar days from the last order to the reference day
 */
public record RfmMember(
        CustomerId customer,
        int r,
        int f,
        int m,
        RfmGroup group,
        Instant lastOrderAt,
        long recency,
        long orders,
        Money revenue) {

    /** Where a page that ends with this customer ends. */
    public RfmPosition position() {
        return new RfmPosition(revenue.amount(), customer);
    }
}
