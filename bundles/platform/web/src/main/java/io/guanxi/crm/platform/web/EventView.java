package io.guanxi.crm.platform.web;

import io.guanxi.crm.platform.events.Event;
import io.guanxi.crm.platform.http.Ids;
import java.time.Instant;
import java.util.Map;

/** An event on the wire. */
public record EventView(long sequence, String topic, Instant at, RecordView record, Map<String, Object> data) {

    /** The record an event is about. */
    public record RecordView(String type, String id) {}

    static EventView of(Event event) {
        return new EventView(
                event.sequence(),
                event.news().topic(),
                event.at(),
                new RecordView(
                        event.news().recordType(), Ids.toText(event.news().recordId())),
                event.news().data());
    }
}
