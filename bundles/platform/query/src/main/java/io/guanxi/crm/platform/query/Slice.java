package io.guanxi.crm.platform.query;

import java.util.List;
import java.util.Optional;

/**
 * A part of a list.
 *
 * @param next where the following part begins; empty where there is none
 */
public record Slice<T>(List<T> rows, Optional<Position> next) {

    public Slice {
        rows = List.copyOf(rows);
    }
}
