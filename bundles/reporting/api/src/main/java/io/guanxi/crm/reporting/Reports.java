package io.guanxi.crm.reporting;

import io.guanxi.crm.segmentation.RfmQuery;
import java.util.List;
import org.osgi.annotation.versioning.ProviderType;

/**
 * The reports there are. Every report may throw {@link io.guanxi.crm.platform.problem.InvalidValueException} naming the
 * part of the query that is out of range, and {@link io.guanxi.crm.platform.problem.UnavailableException} while the orders
 * are still being loaded.
 */
@ProviderType
public interface Reports {

    /** All reports, in the order in which they are shown. */
    List<ReportInfo> list();

    /** Confirmed orders by the month in which they were placed. */
    RevenueByMonth revenueByMonth(RevenueQuery query);

    /** Customers by recency and frequency score, whatever their monetary score. */
    CustomersByRfmCell customersByRfmCell(RfmQuery query);
}
