package io.guanxi.crm.platform.query;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * A part of a list.
 *
 * @param next where the following part begins; empty where there is none
 */
public record Slice<T>(List<T> rows, Optional<Position> next) {

    public Slice {
        rows = List.copyOf(rows);
    }

    /** The same part with something made of each row. */
    public <R> Slice<R> map(Function<? super T, ? extends R> made) {
        return new Slice<>(rows.stream().<R>map(made).toList(), next);
    }
}
