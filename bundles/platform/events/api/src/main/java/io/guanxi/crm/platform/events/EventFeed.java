package io.guanxi.crm.platform.events;

import java.util.List;
import org.osgi.annotation.versioning.ProviderType;

/** All events in order, for readers that keep their own position. */
@ProviderType
public interface EventFeed {

    /** At most {@code limit} events behind the given sequence, oldest first. */
    List<Event> after(long sequence, int limit);
}
