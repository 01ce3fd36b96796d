package io.guanxi.crm.reporting;

import io.guanxi.crm.platform.problem.Text;
import java.util.List;

/**
 * A report one may run.
 *
 * @param id stable name, such as {@value #REVENUE_BY_MONTH}
 * @param parameters names of what may be asked of it
 */
public record ReportInfo(String id, Text title, List<String> parameters) {

    public static final String REVENUE_BY_MONTH = "revenue-by-month";
    public static final String CUSTOMERS_BY_RFM_CELL = "customers-by-rfm-cell";

    public ReportInfo {
        parameters = List.copyOf(parameters);
    }
}
