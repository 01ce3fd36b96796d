package io.guanxi.crm.platform.events.service;

import io.guanxi.crm.platform.events.Event;

/** The record an event is about. */
record RecordKey(String type, long id) {

    static RecordKey of(Event event) {
        return new RecordKey(event.news().recordType(), event.news().recordId());
    }
}
