package io.guanxi.crm.platform.history;

import java.time.Instant;
import java.util.List;

/**
 * A change of a record.
 *
 * @param recordType such as {@code customer}
 * @param by name of the caller
 * @param fields what differs; none where the record was made, archived or brought back
 */
public record Change(
        String recordType, long recordId, ChangeKind kind, Instant at, String by, List<FieldChange> fields) {

    public Change {
        fields = List.copyOf(fields);
    }

    /** A change without fields. */
    public static Change of(String recordType, long recordId, ChangeKind kind, Instant at, String by) {
        return new Change(recordType, recordId, kind, at, by, List.of());
    }
}
