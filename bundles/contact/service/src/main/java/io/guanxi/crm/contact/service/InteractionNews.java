package io.guanxi.crm.contact.service;

import io.guanxi.crm.contact.InteractionData;
import io.guanxi.crm.platform.events.News;
import java.util.Locale;
import java.util.Map;

/** What is told of interactions. */
public final class InteractionNews {

    private InteractionNews() {}

    public static News of(String topic, long id, long version, InteractionData data) {
        return new News(
                topic,
                "interaction",
                id,
                Map.of(
                        "customerId", data.customer().toString(),
                        "channel", data.channel().name().toLowerCase(Locale.ROOT),
                        "at", data.at().toString(),
                        "version", version));
    }
}
