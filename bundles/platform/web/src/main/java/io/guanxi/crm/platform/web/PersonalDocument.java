package io.guanxi.crm.platform.web;

import io.guanxi.crm.platform.http.Ids;
import io.guanxi.crm.platform.privacy.PersonalValue;
import io.guanxi.crm.platform.privacy.Subject;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Everything that is kept of a person. */
public record PersonalDocument(AuditEntryView.RecordView subject, Instant exportedAt, List<Item> values) {

    /**
     * One thing that is known.
     *
     * @param type of the record it lies in
     * @param record id of that record
     */
    public record Item(LabelView section, String type, String record, String field, LabelView label, String value) {}

    static PersonalDocument of(Subject subject, Instant at, List<PersonalValue> values) {
        return new PersonalDocument(
                new AuditEntryView.RecordView(subject.type(), Optional.of(Ids.toText(subject.id()))),
                at,
                values.stream()
                        .map(value -> new Item(
                                LabelView.of(value.section()),
                                value.type(),
                                value.record(),
                                value.field(),
                                LabelView.of(value.label()),
                                value.value()))
                        .toList());
    }
}
