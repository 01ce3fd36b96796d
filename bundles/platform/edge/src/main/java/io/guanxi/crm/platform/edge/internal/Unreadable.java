package io.guanxi.crm.platform.edge.internal;

import java.nio.charset.Charset;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;

/** Requests that nobody behind the edge can read: addresses that mean two things, bodies in an alphabet nobody knows. */
final class Unreadable {

    // Some take an encoded slash for a slash and go up, others take it for a letter.
    private static final Pattern AMBIGUOUS =
            Pattern.compile("%2f|%5c|%2e|%00|\\\\|;|/\\.\\.?(/|$)", Pattern.CASE_INSENSITIVE);
    private static final Pattern CHARSET =
            Pattern.compile(";\\s*charset\\s*=\\s*\"?([^\";]*)\"?", Pattern.CASE_INSENSITIVE);

    private Unreadable() {}

    static Optional<Refusal> refuse(HttpServletRequest request) {
        if (AMBIGUOUS.matcher(request.getRequestURI()).find()) {
            return Optional.of(Refusal.malformedAddress());
        }
        return isKnown(request.getContentType()) ? Optional.empty() : Optional.of(Refusal.unknownCharset());
    }

    private static boolean isKnown(@Nullable String contentType) {
        Matcher charset = CHARSET.matcher(contentType == null ? "" : contentType);
        try {
            return !charset.find()
                    || Charset.isSupported(charset.group(1).strip().toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
