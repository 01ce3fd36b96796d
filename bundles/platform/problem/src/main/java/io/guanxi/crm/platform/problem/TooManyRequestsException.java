package io.guanxi.crm.platform.problem;

import java.time.Duration;

/** The caller asks more often than is allowed. */
public class TooManyRequestsException extends CrmException {

    private static final long serialVersionUID = 1L;

    private final Duration retryAfter;

    public TooManyRequestsException(Duration retryAfter) {
        super("too-many-requests", "Too many attempts. Please wait a moment.", "尝试次数过多，请稍后再试。");
        this.retryAfter = retryAfter;
    }

    public Duration retryAfter() {
        return retryAfter;
    }
}
