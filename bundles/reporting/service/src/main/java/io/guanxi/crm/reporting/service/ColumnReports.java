package io.guanxi.crm.reporting.service;

import io.guanxi.crm.platform.modules.Neighbour;
import io.guanxi.crm.platform.problem.Text;
import io.guanxi.crm.platform.security.Access;
import io.guanxi.crm.platform.security.Action;
import io.guanxi.crm.reporting.CustomersByRfmCell;
import io.guanxi.crm.reporting.ReportInfo;
import io.guanxi.crm.reporting.Reports;
import io.guanxi.crm.reporting.RevenueByMonth;
import io.guanxi.crm.reporting.RevenueQuery;
import io.guanxi.crm.segmentation.Rfm;
import io.guanxi.crm.segmentation.RfmQuery;
import io.guanxi.crm.segmentation.SalesColumns;
import java.util.List;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;

/** Reports computed from the orders in memory: the same columns segmentation works on, held once. */
@Component(service = Reports.class)
public class ColumnReports implements Reports {

    private static final String REPORT = "report";
    private static final List<ReportInfo> ALL = List.of(
            new ReportInfo(
                    ReportInfo.REVENUE_BY_MONTH,
                    new Text("Revenue by month", "月度收入"),
                    List.of("currency", "from", "to", "tz")),
            new ReportInfo(
                    ReportInfo.CUSTOMERS_BY_RFM_CELL,
                    new Text("Customers by RFM cell", "RFM 客户分布"),
                    List.of("asOf", "bins", "currency", "grid", "tz")));

    private final Neighbour<SalesColumns> columns;
    private final Neighbour<Rfm> rfm;
    private final Access access;

    @Activate
    public ColumnReports(BundleContext context, @Reference Access access) {
        this(Neighbour.tracked(context, SalesColumns.class), Neighbour.tracked(context, Rfm.class), access);
    }

    ColumnReports(Neighbour<SalesColumns> columns, Neighbour<Rfm> rfm, Access access) {
        this.columns = columns;
        this.rfm = rfm;
        this.access = access;
    }

    @Deactivate
    public void stop() {
        columns.close();
        rfm.close();
    }

    @Override
    public List<ReportInfo> list() {
        access.require(Action.READ, REPORT);
        return ALL;
    }

    @Override
    public RevenueByMonth revenueByMonth(RevenueQuery query) {
        access.require(Action.READ, REPORT);
        return Revenue.of(columns.get(), query);
    }

    @Override
    public CustomersByRfmCell customersByRfmCell(RfmQuery query) {
        access.require(Action.READ, REPORT);
        return RfmCells.of(rfm.get().result(query));
    }
}
