package io.guanxi.crm.platform.events.service;

import io.guanxi.crm.platform.events.Event;
import io.guanxi.crm.platform.events.EventSubscriber;
import io.guanxi.crm.platform.security.Caller;
import io.guanxi.crm.platform.security.Callers;
import java.util.List;

/** Gives events to a subscriber, in the system's name. */
record Handing(EventSubscriber subscriber, String name) {

    void hand(List<Event> events) {
        if (!events.isEmpty()) {
            Callers.runAs(Caller.system("events:" + name), () -> subscriber.deliver(List.copyOf(events)));
        }
    }
}
