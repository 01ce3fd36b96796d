package io.guanxi.crm.platform.events.service;

/** Another node serves the subscriber by now; what was about to be stored here is not. */
final class LeaseLostException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    LeaseLostException() {
        super("the lease was lost");
    }
}
