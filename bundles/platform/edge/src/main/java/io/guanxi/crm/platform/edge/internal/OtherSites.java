package io.guanxi.crm.platform.edge.internal;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import javax.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;

/** Tells by what browsers say of themselves whether a page of another site sent a request. */
final class OtherSites {

    private OtherSites() {}

    /**
     * Browsers that say how the page and we are related are believed; they say it where the connection is private. Of the
     * others, an {@code Origin} has to be where the request went: the {@code Host}, or what a proxy in front was asked for.
     */
    static boolean sent(HttpServletRequest request) {
        String site = request.getHeader("Sec-Fetch-Site");
        if (site != null) {
            return !site.equals("same-origin") && !site.equals("none");
        }
        String origin = request.getHeader("Origin");
        return origin != null && !isOurs(origin, request);
    }

    private static boolean isOurs(String origin, HttpServletRequest request) {
        Optional<String> from = host(origin);
        return from.isPresent()
                && Stream.of("Host", "X-Forwarded-Host").map(request::getHeader).anyMatch(host -> from.get()
                        .equals(withoutDefaultPort(host)));
    }

    private static Optional<String> host(String origin) {
        try {
            return Optional.ofNullable(new URI(origin).getRawAuthority()).map(OtherSites::withoutDefaultPort);
        } catch (URISyntaxException e) {
            return Optional.empty(); // a page that may not say where it is from
        }
    }

    private static String withoutDefaultPort(@Nullable String host) {
        return host == null ? "" : host.strip().toLowerCase(Locale.ROOT).replaceFirst(":(80|443)$", "");
    }
}
