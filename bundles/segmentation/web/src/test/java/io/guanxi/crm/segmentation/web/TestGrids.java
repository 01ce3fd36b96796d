package io.guanxi.crm.segmentation.web;

import io.guanxi.crm.platform.problem.InvalidValueException;
import io.guanxi.crm.segmentation.RfmGrid;
import io.guanxi.crm.segmentation.RfmGrids;
import io.guanxi.crm.segmentation.UnknownGridException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Optional;

/** Grids in a list. */
final class TestGrids implements RfmGrids {

    private final List<RfmGrid> grids =
            new ArrayList<>(List.of(new RfmGrid("default", 5, Optional.empty(), Optional.empty(), "guanxi")));

    @Override
    public List<RfmGrid> list() {
        return List.copyOf(grids);
    }

    @Override
    public RfmGrid get(String name) {
        return grids.stream()
                .filter(grid -> grid.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new UnknownGridException(name));
    }

    @Override
    public RfmGrid create(String name, int bins, Optional<Currency> currency) {
        if (name.isEmpty()) {
            throw new InvalidValueException("name", "invalid-name", "Missing.", "缺失。");
        }
        RfmGrid grid = new RfmGrid(name, bins, currency, Optional.of(Instant.parse("2026-03-01T08:00:00Z")), "admin");
        grids.add(grid);
        return grid;
    }
}
