package io.guanxi.crm.platform.events;

import java.util.List;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * Extension point: an OSGi service of this type gets every event in order, at least once, from where it left off, also
 * after a crash, an upgrade or a week of absence. An event may come twice; it is known by its sequence.
 */
@ConsumerType
public interface EventSubscriber {

    /**
     * Durable name under which the position is kept, at most 100 characters. A new name starts at the end of the feed. Of
     * all subscribers of one name, on whatever node, one is served at a time.
     */
    String name();

    /**
     * Takes the events. When it throws, the same events are delivered again later, with growing pauses. When that has
     * failed often enough they are delivered one by one; those that still fail become dead letters.
     */
    void deliver(List<Event> events);

    /**
     * True for a subscriber that keeps something current in the memory of its node: every node then serves its own, with
     * a position of its own, under the name followed by {@code @} and the node's.
     */
    default boolean everyNode() {
        return false;
    }
}
