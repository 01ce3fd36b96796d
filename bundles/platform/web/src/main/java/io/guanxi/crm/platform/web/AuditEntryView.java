package io.guanxi.crm.platform.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.guanxi.crm.platform.audit.AuditEntry;
import io.guanxi.crm.platform.history.FieldChange;
import io.guanxi.crm.platform.http.Ids;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A change or an act on the wire.
 *
 * @param kind such as {@code changed} or {@code signed-in}
 * @param fields of a change: what differs
 * @param detail of an act: what else is known
 * @param position in the chain; absent until it is sealed
 */
public record AuditEntryView(
        String id,
        Instant at,
        String by,
        Optional<String> address,
        String kind,
        Optional<RecordView> record,
        List<ChangedField> fields,
        Optional<JsonNode> detail,
        Optional<Long> position) {

    private static final ObjectMapper JSON = new ObjectMapper(); // meets trees alone, no types of any bundle

    /**
     * What it was done to.
     *
     * @param id absent where it was done to several
     */
    public record RecordView(String type, Optional<String> id) {

        static Optional<RecordView> of(Optional<String> type, Optional<Long> id) {
            return type.map(its -> new RecordView(its, id.map(Ids::toText)));
        }
    }

    /** A field's value before and after, each absent where there was none. */
    public record ChangedField(String field, Optional<JsonNode> before, Optional<JsonNode> after) {

        static ChangedField of(FieldChange change) {
            return new ChangedField(
                    change.field(),
                    change.before().map(AuditEntryView::tree),
                    change.after().map(AuditEntryView::tree));
        }
    }

    static AuditEntryView of(AuditEntry entry) {
        return new AuditEntryView(
                Ids.toText(entry.id()),
                entry.at(),
                entry.by(),
                entry.address(),
                entry.kind().toLowerCase(Locale.ROOT).replace('_', '-'),
                RecordView.of(entry.recordType(), entry.recordId()),
                entry.fields().stream().map(ChangedField::of).toList(),
                entry.detail().map(AuditEntryView::tree),
                entry.position());
    }

    // Somebody may have changed it by hand: that is shown, not hidden behind a failure.
    private static JsonNode tree(String json) {
        try {
            return JSON.readTree(json);
        } catch (JsonProcessingException e) {
            return JSON.getNodeFactory().textNode(json);
        }
    }
}
