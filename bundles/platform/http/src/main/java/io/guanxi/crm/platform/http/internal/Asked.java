package io.guanxi.crm.platform.http.internal;

import io.guanxi.crm.platform.http.Language;
import java.util.Locale;
import javax.ws.rs.WebApplicationException;
import javax.ws.rs.core.HttpHeaders;
import javax.ws.rs.core.Response;
import javax.ws.rs.core.UriInfo;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;

/**
 * What was asked for, and in which language to answer.
 *
 * @param instance names this one request, in the problem document as in the log: the edge gave it an id
 */
record Asked(Locale locale, String path, String instance) {

    static Asked by(@Nullable HttpHeaders headers, @Nullable UriInfo uri) {
        Locale locale = Language.of(headers == null ? null : headers.getHeaderString(HttpHeaders.ACCEPT_LANGUAGE));
        String path = uri == null ? "" : uri.getRequestUri().getRawPath();
        String id = MDC.get("requestId");
        return new Asked(locale, path, id == null ? path : "urn:guanxi-crm:request:" + id);
    }

    Response answer(WebApplicationException failure) {
        Response chosen = failure.getResponse();
        if (chosen.getStatus() >= 500) {
            return Problems.answer(failure, this);
        }
        return chosen.getStatus() < 400 || chosen.hasEntity() ? chosen : Problems.answer(chosen, this);
    }
}
