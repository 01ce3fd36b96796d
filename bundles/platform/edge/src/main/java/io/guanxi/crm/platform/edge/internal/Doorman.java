package io.guanxi.crm.platform.edge.internal;

import io.guanxi.crm.platform.modules.Neighbour;
import io.guanxi.crm.platform.problem.NotSignedInException;
import io.guanxi.crm.platform.security.Caller;
import io.guanxi.crm.platform.security.Session;
import io.guanxi.crm.platform.security.SignIn;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import javax.servlet.http.Cookie;
import javax.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;

/** Tells who a request is from: by name and password, by API key, or by session cookie. */
final class Doorman {

    static final String SESSION_COOKIE = "crm-session";
    static final String CSRF_COOKIE = "crm-csrf";
    static final String CSRF_HEADER = "X-CSRF-Token";

    private static final String BASIC = "basic ";
    private static final String BEARER = "bearer ";
    private static final Set<String> READS = Set.of("GET", "HEAD", "OPTIONS");

    private final Neighbour<SignIn> signIn;

    Doorman(Neighbour<SignIn> signIn) {
        this.signIn = signIn;
    }

    /**
     * The caller.
     *
     * @throws NotSignedInException where the request doesn't prove one
     * @throws ForgedRequestException where a write comes with the cookie alone
     */
    Caller admit(HttpServletRequest request) {
        String authorization = request.getHeader("Authorization");
        return authorization == null ? bySession(request) : byHeader(authorization);
    }

    /** Only set-up, sign-in and sign-out may be asked for by anybody. */
    static boolean isPublic(String module, HttpServletRequest request) {
        String method = request.getMethod();
        return module.equals("platform")
                && ((isOf(request, "/v1/session") && (method.equals("POST") || method.equals("DELETE")))
                        || (isOf(request, "/v1/setup") && (method.equals("POST") || method.equals("GET"))));
    }

    private static boolean isOf(HttpServletRequest request, String resource) {
        return request.getRequestURI().equals(request.getContextPath() + resource);
    }

    private Caller byHeader(String authorization) {
        if (begins(authorization, BASIC)) {
            return byPassword(authorization.substring(BASIC.length()).strip());
        }
        if (begins(authorization, BEARER)) {
            return signIn.get()
                    .apiKey(authorization.substring(BEARER.length()).strip())
                    .orElseThrow(NotSignedInException::new);
        }
        throw new NotSignedInException();
    }

    private static boolean begins(String authorization, String scheme) {
        return authorization.toLowerCase(Locale.ROOT).startsWith(scheme);
    }

    private Caller byPassword(String credentials) {
        String pair = decoded(credentials);
        int colon = pair.indexOf(':');
        if (colon < 0) {
            throw new NotSignedInException();
        }
        return signIn.get()
                .authenticate(pair.substring(0, colon), pair.substring(colon + 1))
                .orElseThrow(NotSignedInException::new);
    }

    private static String decoded(String base64) {
        try {
            return new String(Base64.getDecoder().decode(base64), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw new NotSignedInException();
        }
    }

    private Caller bySession(HttpServletRequest request) {
        Session session = cookie(request, SESSION_COOKIE)
                .flatMap(token -> signIn.get().session(token))
                .orElseThrow(NotSignedInException::new);
        if (!READS.contains(request.getMethod()) && !isOurs(request, session)) {
            throw new ForgedRequestException();
        }
        return session.caller();
    }

    private static boolean isOurs(HttpServletRequest request, Session session) {
        return same(request.getHeader(CSRF_HEADER), session.csrfToken()) && !OtherSites.sent(request);
    }

    private static boolean same(@Nullable String sent, String expected) {
        return sent != null
                && MessageDigest.isEqual(
                        sent.getBytes(StandardCharsets.UTF_8), expected.getBytes(StandardCharsets.UTF_8));
    }

    static Optional<String> cookie(HttpServletRequest request, String name) {
        Cookie[] cookies = request.getCookies();
        if (cookies != null) {
            for (Cookie cookie : cookies) {
                if (cookie.getName().equals(name)) {
                    return Optional.of(cookie.getValue());
                }
            }
        }
        return Optional.empty();
    }
}
