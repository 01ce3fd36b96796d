package io.guanxi.crm.platform.http.internal;

import io.guanxi.crm.platform.http.Language;
import java.util.Locale;
import javax.ws.rs.WebApplicationException;
import javax.ws.rs.core.HttpHeaders;
import javax.ws.rs.core.Response;
import javax.ws.rs.core.UriInfo;
import org.jspecify.annotations.Nullable;

/** What was asked for, and in which language to answer. */
record Asked(Locale locale, String path) {

    static Asked by(@Nullable HttpHeaders headers, @Nullable UriInfo uri) {
        Locale locale = Language.of(headers == null ? null : headers.getHeaderString(HttpHeaders.ACCEPT_LANGUAGE));
        return new Asked(locale, uri == null ? "" : uri.getRequestUri().getRawPath());
    }

    Response answer(WebApplicationException failure) {
        Response chosen = failure.getResponse();
        if (chosen.getStatus() >= 500) {
            return Problems.answer(failure, locale, path);
        }
        return chosen.getStatus() < 400 || chosen.hasEntity() ? chosen : Problems.answer(chosen, locale, path);
    }
}
