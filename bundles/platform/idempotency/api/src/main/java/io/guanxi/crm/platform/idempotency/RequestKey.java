package io.guanxi.crm.platform.idempotency;

/**
 * The name a caller gave to a request. Two callers may use the same one without knowing of each other.
 *
 * @param caller name of the caller, 100 characters at most
 * @param text 1 to 255 characters
 */
public record RequestKey(String caller, String text) {

    public static final int LONGEST = 255;
}
