package io.guanxi.crm.platform.security;

/**
 * Where somebody signs in from, as far as that is known.
 *
 * @param address of the machine the request came from; a proxy's where there is one
 * @param agent what the browser says it is
 */
public record Origin(String address, String agent) {

    private static final int LONGEST_ADDRESS = 60;
    private static final int LONGEST_AGENT = 200;

    /** Nothing is known. */
    public static final Origin UNKNOWN = new Origin("", "");

    public Origin {
        address = clean(address, LONGEST_ADDRESS);
        agent = clean(agent, LONGEST_AGENT);
    }

    // What comes from outside is shown and stored, so it is cut and made legible, not refused.
    private static String clean(String text, int longest) {
        String legible = text.replaceAll("[^\\x20-\\x7e]", "?");
        return legible.substring(0, Math.min(longest, legible.length()));
    }
}
