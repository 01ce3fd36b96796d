package io.guanxi.crm.platform.events.service;

import java.time.Duration;

/** Gives committed events their number and tells when there are new ones. */
final class Numbering extends Worker {

    private final Feed feed;
    private final Runnable onNews;

    Numbering(Feed feed, Runnable onNews) {
        super("crm-events-numbering");
        this.feed = feed;
        this.onNews = onNews;
    }

    @Override
    Duration work() {
        boolean more = true;
        while (more && !isStopped()) {
            more = feed.number();
            onNews.run();
        }
        return FOREVER;
    }
}
