package io.guanxi.crm.platform.web;

import java.util.Arrays;
import java.util.Optional;
import javax.servlet.http.Cookie;
import javax.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;

/** The session's token as the HTTP service reads it: JAX-RS gives up where any of the cookies is malformed. */
final class SessionCookie {

    static final String NAME = "crm-session";

    private SessionCookie() {}

    static Optional<String> of(@Nullable HttpServletRequest request) {
        Cookie[] cookies = request == null ? null : request.getCookies();
        return cookies == null
                ? Optional.empty()
                : Arrays.stream(cookies)
                        .filter(cookie -> cookie.getName().equals(NAME))
                        .map(Cookie::getValue)
                        .findFirst();
    }
}
