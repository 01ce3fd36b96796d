package com.example.oa;

import io.guanxi.crm.platform.http.Ids;
import java.time.Instant;
import java.util.Locale;

/** An announcement on the wire. */
public record AnnouncementView(String id, Instant at, String kind, String subject, String customerId, String recordId) {

    static AnnouncementView of(Announcement announcement) {
        return new AnnouncementView(
                Ids.toText(announcement.id()),
                announcement.at(),
                announcement.kind().name().toLowerCase(Locale.ROOT),
                announcement.subject(),
                Ids.toText(announcement.customerId()),
                Ids.toText(announcement.recordId()));
    }
}
