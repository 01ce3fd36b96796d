package io.guanxi.crm.segmentation.service;

import io.guanxi.crm.segmentation.RfmGrid;
import io.guanxi.crm.segmentation.RfmGrids;
import io.guanxi.crm.segmentation.RfmQuery;
import io.guanxi.crm.segmentation.SalesColumns;
import io.guanxi.crm.segmentation.engine.OrderSnapshot;
import io.guanxi.crm.segmentation.engine.RfmScoring;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Currency;
import java.util.function.Supplier;

/** Turns a query into scores: fills in what the query leaves open, and computes only what is not there yet. */
final class Scorings {

    private final SalesColumns columns;
    private final RfmGrids grids;
    private final Clock clock;
    private final ScoreCache cache = new ScoreCache();

    Scorings(SalesColumns columns, RfmGrids grids, Clock clock) {
        this.columns = columns;
        this.grids = grids;
        this.clock = clock;
    }

    Scoring of(RfmQuery query) {
        RfmGrid grid = grids.get(query.grid());
        int bins = QueryRules.bins(query.bins().orElse(grid.bins()));
        LocalDate asOf = QueryRules.asOf(query.asOf().orElseGet(() -> LocalDate.now(clock.withZone(query.zone()))));
        Currency currency = query.currency().or(grid::currency).orElseGet(columns::mainCurrency);
        ScoreCache.Key key = new ScoreCache.Key(bins, asOf, query.zone(), currency);
        OrderSnapshot orders = columns.orders(currency);
        Supplier<Scored> scoring = () -> new Scored(RfmScoring.score(orders, asOf, query.zone(), bins), now());
        // what somebody sees is theirs alone, and small beside the whole
        Scored scored = orders.isPart() ? scoring.get() : cache.get(key, orders, scoring);
        return new Scoring(grid.name(), key, scored);
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
