package io.guanxi.crm.platform.events;

import java.util.List;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * Extension point: an OSGi service of this type gets every event in order, at least once, from where it left off, also
 * after a crash, an upgrade or a week of absence.
 */
@ConsumerType
public interface EventSubscriber {

    /** Durable name under which the position is kept. A new name starts at the end of the feed. */
    String name();

    /** Takes the events; when it throws, the same events are delivered again later. */
    void deliver(List<Event> events);
}
