package io.guanxi.crm.platform.audit;

import io.guanxi.crm.platform.history.FieldChange;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A change or an act, as the trail has it.
 *
 * @param address where the request came from; a proxy's where there is one
 * @param kind name of a {@link ActKind} or of a {@link io.guanxi.crm.platform.history.ChangeKind}
 * @param fields of a change: what differs
 * @param detail of an act: a JSON object
 * @param position in the chain; empty until it is sealed
 */
public record AuditEntry(
        long id,
        Instant at,
        String by,
        Optional<String> address,
        String kind,
        Optional<String> recordType,
        Optional<Long> recordId,
        List<FieldChange> fields,
        Optional<String> detail,
        Optional<Long> position) {

    public AuditEntry {
        fields = List.copyOf(fields);
    }

    /** The same entry with these fields. */
    public AuditEntry with(List<FieldChange> newFields) {
        return new AuditEntry(id, at, by, address, kind, recordType, recordId, newFields, detail, position);
    }
}
