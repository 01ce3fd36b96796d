package io.guanxi.crm.segmentation;

import io.guanxi.crm.customer.CustomerId;
import java.util.List;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Customers by recency, frequency and monetary value of their confirmed orders in one currency. How they are scored, see
 * {@link io.guanxi.crm.segmentation.engine.RfmScoring}. Results are kept until an order of the currency changes.
 *
 * <p>Every query may throw {@link UnknownGridException}, {@link
 * io.guanxi.crm.platform.problem.InvalidValueException} naming the part of the query that is out of range, and {@link
 * io.guanxi.crm.platform.problem.UnavailableException} while the orders are still being loaded.
 */
@ProviderType
public interface Rfm {

    /** The cells of the grid. */
    RfmResult result(RfmQuery query);

    /**
     * The customers of a cell, or of many: the largest revenue first, the higher id first among equals; by key.
     *
     * @param limit how many at most
     */
    List<RfmMember> members(RfmQuery query, RfmFilter filter, Optional<RfmPosition> after, int limit);

    /** The scores of one customer; empty where the customer bought nothing. */
    Optional<RfmMember> of(RfmQuery query, CustomerId customer);

    /** Reads all orders anew in the background; until that is done, queries are answered from what is there. */
    void recompute();
}
