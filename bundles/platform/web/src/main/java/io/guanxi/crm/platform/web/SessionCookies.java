package io.guanxi.crm.platform.web;

import io.guanxi.crm.platform.security.Session;
import javax.ws.rs.core.Response;
import javax.ws.rs.core.UriInfo;
import org.jspecify.annotations.Nullable;

/** The two cookies of a session: one that proves it, hidden from scripts, and one that scripts copy into every write. */
record SessionCookies(boolean secure) {

    private static final String EXPIRED = "; Max-Age=0";

    /** @param forwardedProtocol what the proxy in front says that the browser speaks */
    static SessionCookies of(UriInfo uri, @Nullable String forwardedProtocol) {
        return new SessionCookies("https".equals(uri.getBaseUri().getScheme()) || "https".equals(forwardedProtocol));
    }

    Response.ResponseBuilder on(Response.ResponseBuilder answer, Session session) {
        return answer.header("Set-Cookie", cookie(SessionCookie.NAME, session.token(), true, secure))
                .header("Set-Cookie", cookie("crm-csrf", session.csrfToken(), false, secure));
    }

    static Response.ResponseBuilder gone(Response.ResponseBuilder answer) {
        return answer.header("Set-Cookie", cookie(SessionCookie.NAME, "", true, false) + EXPIRED)
                .header("Set-Cookie", cookie("crm-csrf", "", false, false) + EXPIRED);
    }

    // By hand: the cookie of JAX-RS 2.1 knows no SameSite.
    private static String cookie(String name, String value, boolean hidden, boolean secure) {
        return name + "=" + value + "; Path=/crm; SameSite=Strict" + (hidden ? "; HttpOnly" : "")
                + (secure ? "; Secure" : "");
    }
}
