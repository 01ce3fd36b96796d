package io.guanxi.crm.reporting.service;

import io.guanxi.crm.customer.CustomerId;
import io.guanxi.crm.segmentation.Rfm;
import io.guanxi.crm.segmentation.RfmFilter;
import io.guanxi.crm.segmentation.RfmMember;
import io.guanxi.crm.segmentation.RfmPosition;
import io.guanxi.crm.segmentation.RfmQuery;
import io.guanxi.crm.segmentation.RfmResult;
import io.guanxi.crm.segmentation.engine.RfmGroup;
import io.guanxi.crm.transaction.Money;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Optional;

/** A grid of two bins with three cells. */
final class FixedRfm implements Rfm {

    @Override
    public RfmResult result(RfmQuery query) {
        return new RfmResult(
                query.grid(),
                2,
                LocalDate.of(2026, 3, 1),
                query.zone(),
                Currency.getInstance("EUR"),
                6,
                Instant.EPOCH,
                List.of(
                        new RfmResult.Cell(2, 2, 2, 1, Money.of("10.5", "EUR"), RfmGroup.CHAMPIONS),
                        new RfmResult.Cell(2, 2, 1, 2, Money.of("1.5", "EUR"), RfmGroup.REGULARS),
                        new RfmResult.Cell(1, 2, 1, 3, Money.of("2", "EUR"), RfmGroup.FADING)));
    }

    @Override
    public List<RfmMember> members(RfmQuery query, RfmFilter filter, Optional<RfmPosition> after, int limit) {
        return List.of();
    }

    @Override
    public Optional<RfmMember> of(RfmQuery query, CustomerId customer) {
        return Optional.empty();
    }

    @Override
    public void recompute() {
        // nothing changes here
    }
}
