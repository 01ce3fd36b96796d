package io.guanxi.crm.platform.testing;

import io.guanxi.crm.platform.events.News;
import io.guanxi.crm.platform.events.Outbox;
import java.util.ArrayList;
import java.util.List;

/** Keeps what was published, in order; knows nothing of transactions. */
public final class RecordedOutbox implements Outbox {

    private final List<News> published = new ArrayList<>();

    @Override
    public synchronized void publish(List<News> news) {
        published.addAll(news);
    }

    public synchronized List<News> published() {
        return List.copyOf(published);
    }

    public synchronized List<String> topics() {
        return published.stream().map(News::topic).toList();
    }
}
