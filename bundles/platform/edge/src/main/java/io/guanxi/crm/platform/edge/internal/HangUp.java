package io.guanxi.crm.platform.edge.internal;

import java.util.Set;

/** A client that went away before its answer was written: its own business, and no failure of ours. */
final class HangUp {

    // By name: Jetty's class is in another bundle on each HTTP service.
    private static final Set<String> NAMES = Set.of("EofException", "ClientAbortException");
    private static final Set<String> MESSAGES = Set.of("Broken pipe", "Connection reset", "Connection reset by peer");

    private HangUp() {}

    static boolean is(Throwable failure) {
        for (Throwable t = failure; t != null; t = t.getCause()) {
            if (NAMES.contains(t.getClass().getSimpleName())) {
                return true;
            }
            if (t instanceof java.io.IOException && t.getMessage() != null && MESSAGES.contains(t.getMessage())) {
                return true;
            }
        }
        return false;
    }
}
