package io.guanxi.crm.platform.history;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Some changes of a record.
 *
 * @param fields changes of any of these alone, and these alone of each; none means all
 * @param after the last change of the page before
 */
public record HistoryQuery(String recordType, long recordId, List<String> fields, Optional<Position> after, int limit) {

    /** A place in the history. */
    public record Position(Instant at, long id) {}

    public HistoryQuery {
        fields = List.copyOf(fields);
    }

    /** The same of these fields. */
    public HistoryQuery with(List<String> newFields) {
        return new HistoryQuery(recordType, recordId, newFields, after, limit);
    }
}
