package io.guanxi.crm.platform.idempotency;

import java.util.Optional;
import java.util.Set;

/**
 * The reply to a request, as it went to the wire.
 *
 * @param fingerprint of the request, 64 characters at most; another request has another one
 * @param status HTTP status
 * @param body not to be changed; empty where there was none
 */
@SuppressWarnings("ArrayRecordComponent") // replies are passed on, never compared
public record Reply(
        String fingerprint,
        int status,
        Optional<String> contentType,
        Optional<String> location,
        Optional<String> eTag,
        byte[] body) {

    private static final Set<Integer> NOT_ABOUT_THE_REQUEST = Set.of(401, 408, 413, 429);

    /** What was done stands: 200 to 299. */
    public boolean isSuccess() {
        return status >= 200 && status < 300;
    }

    /**
     * Worth keeping: the request was done, or will never be. A refusal for want of capacity, of a sign-in or of the whole
     * body says nothing about the request, nor does a failure of ours.
     */
    public boolean isFinal() {
        return isFinal(status);
    }

    /** Like {@link #isFinal()}, before there is a reply. */
    public static boolean isFinal(int status) {
        return (status >= 200 && status < 300)
                || (status >= 400 && status < 500 && !NOT_ABOUT_THE_REQUEST.contains(status));
    }
}
