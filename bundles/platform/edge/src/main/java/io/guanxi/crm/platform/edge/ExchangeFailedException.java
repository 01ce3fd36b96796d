package io.guanxi.crm.platform.edge;

import org.jspecify.annotations.Nullable;

/** The bundle was not exchanged; the message says what serves now. */
public class ExchangeFailedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public ExchangeFailedException(String message) {
        super(message);
    }

    public ExchangeFailedException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
