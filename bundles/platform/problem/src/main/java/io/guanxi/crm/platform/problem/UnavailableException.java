package io.guanxi.crm.platform.problem;

import java.time.Duration;

/** A part of the system is away for a moment; the same request will work soon. */
public class UnavailableException extends CrmException {

    private static final long serialVersionUID = 1L;

    private final Duration retryAfter;

    public UnavailableException(String what, Duration retryAfter) {
        this("unavailable", what + " is being upgraded. Please try again.", what + " 正在升级，请稍后重试。", retryAfter);
    }

    /** For reasons other than an upgrade. */
    public UnavailableException(String code, String en, String zh, Duration retryAfter) {
        super(code, en, zh);
        this.retryAfter = retryAfter;
    }

    public Duration retryAfter() {
        return retryAfter;
    }
}
