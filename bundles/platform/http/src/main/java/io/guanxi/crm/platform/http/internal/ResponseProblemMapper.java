package io.guanxi.crm.platform.http.internal;

import javax.ws.rs.WebApplicationException;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.HttpHeaders;
import javax.ws.rs.core.Response;
import javax.ws.rs.core.UriInfo;
import javax.ws.rs.ext.ExceptionMapper;
import javax.ws.rs.ext.Provider;
import org.jspecify.annotations.Nullable;

/** Answers failures that have a status already; closer to their type than the runtime's own mapper. */
@Provider
public final class ResponseProblemMapper implements ExceptionMapper<WebApplicationException> {

    @Context
    private @Nullable HttpHeaders headers;

    @Context
    private @Nullable UriInfo uri;

    @Override
    public Response toResponse(WebApplicationException failure) {
        return Asked.by(headers, uri).answer(failure);
    }
}
