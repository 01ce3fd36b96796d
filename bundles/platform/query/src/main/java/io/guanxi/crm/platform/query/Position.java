package io.guanxi.crm.platform.query;

import java.util.List;
import java.util.Optional;

/**
 * Where a page ended: good for the order it was made in, opaque to everybody but the list that made it.
 *
 * @param values what the last record has in each sort key; empty where it has nothing
 * @param id of the last record
 */
public record Position(List<Optional<String>> values, long id) {

    public Position {
        values = List.copyOf(values);
    }
}
