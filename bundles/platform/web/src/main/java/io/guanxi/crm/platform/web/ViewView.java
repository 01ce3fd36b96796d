package io.guanxi.crm.platform.web;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.guanxi.crm.platform.http.Ids;
import io.guanxi.crm.platform.views.ListView;
import java.time.Instant;

/** A view of a list on the wire. */
public record ViewView(String id, long version, @JsonUnwrapped ViewBody data, String owner, Instant updatedAt) {

    /** What a caller may repeat but not change. */
    static final String[] READ_ONLY = {"id", "version", "owner", "updatedAt"};

    static ViewView of(ListView view) {
        return new ViewView(Ids.toText(view.id()), view.version(), ViewBody.of(view), view.owner(), view.updatedAt());
    }
}
