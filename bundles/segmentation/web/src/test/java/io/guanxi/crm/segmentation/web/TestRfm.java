package io.guanxi.crm.segmentation.web;

import io.guanxi.crm.customer.CustomerId;
import io.guanxi.crm.platform.problem.InvalidValueException;
import io.guanxi.crm.segmentation.Rfm;
import io.guanxi.crm.segmentation.RfmFilter;
import io.guanxi.crm.segmentation.RfmMember;
import io.guanxi.crm.segmentation.RfmPosition;
import io.guanxi.crm.segmentation.RfmQuery;
import io.guanxi.crm.segmentation.RfmResult;
import io.guanxi.crm.segmentation.UnknownGridException;
import io.guanxi.crm.segmentation.engine.RfmGroup;
import io.guanxi.crm.transaction.Money;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;

/** Customers 1 to 3, of whom the third bought most; remembers what it was asked. */
final class TestRfm implements Rfm {

    RfmQuery asked = RfmQuery.today(ZoneOffset.UTC);
    RfmFilter filter = RfmFilter.ALL;
    int recomputed;

    @Override
    public RfmResult result(RfmQuery query) {
        asked = query;
        if (query.grid().equals("none")) {
            throw new UnknownGridException("none");
        }
        return new RfmResult(
                query.grid(),
                query.bins().orElse(5),
                query.asOf().orElse(LocalDate.of(2026, 3, 1)),
                query.zone(),
                Currency.getInstance("GBP"),
                3,
                Instant.parse("2026-03-01T08:00:00Z"),
                List.of(new RfmResult.Cell(5, 4, 5, 3, Money.of("6.0000", "GBP"), RfmGroup.CHAMPIONS)));
    }

    @Override
    public List<RfmMember> members(RfmQuery query, RfmFilter wanted, Optional<RfmPosition> after, int limit) {
        asked = query;
        filter = wanted;
        if (wanted.r().orElse(1) > query.bins().orElse(5)) {
            throw new InvalidValueException("r", "out-of-range", "Too high.", "过高。");
        }
        long first = after.map(position -> position.customer().value() - 1).orElse(3L);
        return LongStream.iterate(first, id -> id > 0, id -> id - 1)
                .mapToObj(TestRfm::member)
                .limit(limit)
                .toList();
    }

    @Override
    public Optional<RfmMember> of(RfmQuery query, CustomerId customer) {
        return customer.value() <= 3 ? Optional.of(member(customer.value())) : Optional.empty();
    }

    @Override
    public void recompute() {
        recomputed++;
    }

    private static RfmMember member(long id) {
        return new RfmMember(
                new CustomerId(id),
                5,
                4,
                5,
                RfmGroup.CHAMPIONS,
                Instant.parse("2026-02-28T08:00:00Z"),
                1,
                id,
                Money.of(id + ".0000", "GBP"));
    }
}
