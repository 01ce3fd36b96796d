package io.guanxi.crm.platform.http.internal;

import javax.ws.rs.WebApplicationException;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.HttpHeaders;
import javax.ws.rs.core.Response;
import javax.ws.rs.core.UriInfo;
import javax.ws.rs.ext.ExceptionMapper;
import javax.ws.rs.ext.Provider;
import org.jspecify.annotations.Nullable;

/** Answers every failure that reaches the JAX-RS runtime. */
@Provider
public final class ProblemMapper implements ExceptionMapper<Throwable> {

    @Context
    private @Nullable HttpHeaders headers;

    @Context
    private @Nullable UriInfo uri;

    @Override
    public Response toResponse(Throwable failure) {
        Asked asked = Asked.by(headers, uri);
        return failure instanceof WebApplicationException web ? asked.answer(web) : Problems.answer(failure, asked);
    }
}
