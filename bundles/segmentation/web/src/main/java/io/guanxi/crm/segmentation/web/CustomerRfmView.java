package io.guanxi.crm.segmentation.web;

import io.guanxi.crm.platform.http.MoneyView;
import io.guanxi.crm.segmentation.RfmMember;
import io.guanxi.crm.segmentation.RfmResult;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/** One customer's scores on the wire; without scores where the customer bought nothing. */
public record CustomerRfmView(
        String id,
        LocalDate asOf,
        int bins,
        String currency,
        Optional<Integer> r,
        Optional<Integer> f,
        Optional<Integer> m,
        Optional<String> group,
        Optional<Instant> lastOrderAt,
        Optional<Long> recency,
        long orders,
        Optional<MoneyView> revenue) {

    static CustomerRfmView of(String id, RfmResult grid, Optional<RfmMember> member) {
        return new CustomerRfmView(
                id,
                grid.asOf(),
                grid.bins(),
                grid.currency().getCurrencyCode(),
                member.map(RfmMember::r),
                member.map(RfmMember::f),
                member.map(RfmMember::m),
                member.map(it -> it.group().code()),
                member.map(RfmMember::lastOrderAt),
                member.map(RfmMember::recency),
                member.map(RfmMember::orders).orElse(0L),
                member.map(
                        it -> MoneyView.of(it.revenue().amount(), it.revenue().currency())));
    }
}
