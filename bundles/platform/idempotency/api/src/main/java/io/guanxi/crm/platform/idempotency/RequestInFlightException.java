package io.guanxi.crm.platform.idempotency;

import io.guanxi.crm.platform.problem.ConflictException;

/** The first request with this key has not been answered yet (409); ask again in a moment. */
public class RequestInFlightException extends ConflictException {

    private static final long serialVersionUID = 1L;

    public RequestInFlightException() {
        super("in-flight", "A request with this key is still being served.", "使用该幂等键的请求仍在处理中。");
    }
}
