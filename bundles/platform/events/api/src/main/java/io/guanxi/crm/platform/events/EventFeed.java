package io.guanxi.crm.platform.events;

import java.util.List;
import org.osgi.annotation.versioning.ProviderType;

/** All events in order, for readers that keep their own position. Old ones are deleted, see the retention in the manual. */
@ProviderType
public interface EventFeed {

    /** At most {@code limit} (1 to 1,000) events behind the given sequence, oldest first. */
    List<Event> after(long sequence, int limit);

    /** Sequence of the newest event; 0 where there was none yet. */
    long head();
}
