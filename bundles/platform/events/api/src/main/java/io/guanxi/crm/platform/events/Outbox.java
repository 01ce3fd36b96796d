package io.guanxi.crm.platform.events;

import java.util.List;
import org.osgi.annotation.versioning.ProviderType;

/** Where modules leave their news. */
@ProviderType
public interface Outbox {

    /**
     * Stores the news in the caller's transaction: it is told if and only if that commits. Publish after the record was
     * read with its version or locked: news of one record then keeps the order of its changes, on any number of nodes.
     */
    void publish(List<News> news);

    default void publish(News news) {
        publish(List.of(news));
    }
}
