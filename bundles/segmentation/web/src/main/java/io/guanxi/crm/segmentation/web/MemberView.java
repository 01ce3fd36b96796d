package io.guanxi.crm.segmentation.web;

import io.guanxi.crm.platform.http.MoneyView;
import io.guanxi.crm.segmentation.RfmMember;
import java.time.Instant;

/** A customer with scores on the wire. */
public record MemberView(
        String id,
        String name,
        int r,
        int f,
        int m,
        String group,
        Instant lastOrderAt,
        long recency,
        long orders,
        MoneyView revenue) {

    static MemberView of(RfmMember member, String name) {
        return new MemberView(
                member.customer().toString(),
                name,
                member.r(),
                member.f(),
                member.m(),
                member.group().code(),
                member.lastOrderAt(),
                member.recency(),
                member.orders(),
                MoneyView.of(member.revenue().amount(), member.revenue().currency()));
    }
}
