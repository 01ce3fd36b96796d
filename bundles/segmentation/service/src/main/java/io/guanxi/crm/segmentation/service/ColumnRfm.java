package io.guanxi.crm.segmentation.service;

import io.guanxi.crm.customer.CustomerId;
import io.guanxi.crm.platform.security.Access;
import io.guanxi.crm.platform.security.Action;
import io.guanxi.crm.segmentation.Rfm;
import io.guanxi.crm.segmentation.RfmFilter;
import io.guanxi.crm.segmentation.RfmGrids;
import io.guanxi.crm.segmentation.RfmMember;
import io.guanxi.crm.segmentation.RfmPosition;
import io.guanxi.crm.segmentation.RfmQuery;
import io.guanxi.crm.segmentation.RfmResult;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** RFM on the columns in memory. */
@Component(service = Rfm.class)
public class ColumnRfm implements Rfm {

    private static final String SEGMENT = "segment";

    private final LedgerColumns columns;
    private final Scorings scorings;
    private final Access access;

    @Activate
    public ColumnRfm(@Reference LedgerColumns columns, @Reference RfmGrids grids, @Reference Access access) {
        this(columns, grids, access, Clock.systemUTC());
    }

    ColumnRfm(LedgerColumns columns, RfmGrids grids, Access access, Clock clock) {
        this.columns = columns;
        this.scorings = new Scorings(columns, grids, clock);
        this.access = access;
    }

    @Override
    public RfmResult result(RfmQuery query) {
        access.require(Action.READ, SEGMENT);
        return scorings.of(query).result();
    }

    @Override
    public List<RfmMember> members(RfmQuery query, RfmFilter filter, Optional<RfmPosition> after, int limit) {
        access.require(Action.READ, SEGMENT);
        Scoring scoring = scorings.of(query);
        QueryRules.filter(filter, scoring.bins());
        return scoring.members(filter, after, limit);
    }

    @Override
    public Optional<RfmMember> of(RfmQuery query, CustomerId customer) {
        access.require(Action.READ, SEGMENT);
        return scorings.of(query).member(customer);
    }

    @Override
    public void recompute() {
        access.require(Action.UPDATE, SEGMENT);
        columns.rebuild();
    }
}
