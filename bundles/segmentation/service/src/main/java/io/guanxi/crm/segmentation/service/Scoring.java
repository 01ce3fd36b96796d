package io.guanxi.crm.segmentation.service;

import io.guanxi.crm.customer.CustomerId;
import io.guanxi.crm.segmentation.RfmFilter;
import io.guanxi.crm.segmentation.RfmMember;
import io.guanxi.crm.segmentation.RfmPosition;
import io.guanxi.crm.segmentation.RfmResult;
import io.guanxi.crm.segmentation.SalesColumns;
import io.guanxi.crm.segmentation.engine.RfmGroup;
import io.guanxi.crm.segmentation.engine.RfmScores;
import io.guanxi.crm.transaction.Money;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** Scores in the terms of the API. */
final class Scoring {

    private final String grid;
    private final ScoreCache.Key key;
    private final RfmScores scores;
    private final Instant computedAt;

    Scoring(String grid, ScoreCache.Key key, Scored scored) {
        this.grid = grid;
        this.key = key;
        this.scores = scored.scores();
        this.computedAt = scored.computedAt();
    }

    int bins() {
        return key.bins();
    }

    RfmResult result() {
        List<RfmResult.Cell> cells = scores.cells().stream()
                .map(cell -> new RfmResult.Cell(
                        cell.r(),
                        cell.f(),
                        cell.m(),
                        cell.customers(),
                        money(cell.amount()),
                        RfmGroup.of(cell.r(), cell.f(), cell.m(), key.bins())))
                .toList();
        return new RfmResult(
                grid, key.bins(), key.asOf(), key.zone(), key.currency(), scores.size(), computedAt, cells);
    }

    List<RfmMember> members(RfmFilter filter, Optional<RfmPosition> after, int limit) {
        int rank = after.map(position -> scores.rankOf(
                        position.revenue().movePointRight(SalesColumns.DECIMALS).longValueExact(),
                        position.customer().value()))
                .orElse(scores.size());
        List<RfmMember> members = new ArrayList<>();
        while (--rank >= 0 && members.size() < limit) {
            int row = scores.rowByAmount(rank);
            if (is(filter.r(), scores.r(row)) && is(filter.f(), scores.f(row)) && is(filter.m(), scores.m(row))) {
                members.add(member(row));
            }
        }
        return members;
    }

    Optional<RfmMember> member(CustomerId customer) {
        OptionalInt row = scores.rowOf(customer.value());
        return row.isPresent() ? Optional.of(member(row.getAsInt())) : Optional.empty();
    }

    private RfmMember member(int row) {
        int r = scores.r(row);
        int f = scores.f(row);
        int m = scores.m(row);
        return new RfmMember(
                new CustomerId(scores.customer(row)),
                r,
                f,
                m,
                RfmGroup.of(r, f, m, key.bins()),
                Instant.ofEpochMilli(scores.lastOrderAt(row)),
                scores.recency(row),
                scores.orders(row),
                money(scores.amount(row)));
    }

    private Money money(long amount) {
        return SalesColumns.money(amount, key.currency());
    }

    private static boolean is(OptionalInt wanted, int score) {
        return wanted.isEmpty() || wanted.getAsInt() == score;
    }
}
