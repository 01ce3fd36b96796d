package io.guanxi.crm.platform.http;

import javax.ws.rs.core.Response;
import javax.ws.rs.core.UriInfo;

/** Answers that show a record and tell its version. */
public final class Versioned {

    private Versioned() {}

    /** 200 with the record. */
    public static Response ok(long version, Object view) {
        return Response.ok(view).tag(ETags.of(version)).build();
    }

    /** 201 with the record that was made, which lies below the request's address. */
    public static Response created(UriInfo uri, Object id, long version, Object view) {
        return Response.created(uri.getAbsolutePathBuilder().path(id.toString()).build())
                .tag(ETags.of(version))
                .entity(view)
                .build();
    }
}
