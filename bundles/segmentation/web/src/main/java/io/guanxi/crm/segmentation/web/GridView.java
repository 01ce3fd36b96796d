package io.guanxi.crm.segmentation.web;

import io.guanxi.crm.segmentation.RfmGrid;
import java.time.Instant;
import java.util.Currency;
import java.util.Optional;

/** A named grid on the wire. */
public record GridView(
        String name, int bins, Optional<String> currency, Optional<Instant> createdAt, String createdBy) {

    static GridView of(RfmGrid grid) {
        return new GridView(
                grid.name(),
                grid.bins(),
                grid.currency().map(Currency::getCurrencyCode),
                grid.createdAt(),
                grid.createdBy());
    }
}
