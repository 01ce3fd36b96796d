package io.guanxi.crm.platform.security;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Where somebody signs in or asks from, as far as that is known.
 *
 * @param address of the machine the request came from; a proxy's where there is one
 * @param agent what the browser says it is
 */
public record Origin(String address, String agent) {

    private static final ThreadLocal<@Nullable Origin> CURRENT = new ThreadLocal<>();
    private static final int LONGEST_ADDRESS = 60;
    private static final int LONGEST_AGENT = 200;

    /** Nothing is known. */
    public static final Origin UNKNOWN = new Origin("", "");

    public Origin {
        address = clean(address, LONGEST_ADDRESS);
        agent = clean(agent, LONGEST_AGENT);
    }

    /** Where the request that the thread works for came from; empty where it works for none. */
    public static Optional<Origin> current() {
        return Optional.ofNullable(CURRENT.get());
    }

    /** Binds it to the thread until it is called with null. */
    public static void bind(@Nullable Origin origin) {
        if (origin == null) {
            CURRENT.remove();
        } else {
            CURRENT.set(origin);
        }
    }

    // What comes from outside is shown and stored, so it is cut and made legible, not refused.
    private static String clean(String text, int longest) {
        String legible = text.replaceAll("[^\\x20-\\x7e]", "?");
        return legible.substring(0, Math.min(longest, legible.length()));
    }
}
