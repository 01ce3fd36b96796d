package io.guanxi.crm.contact.service;

import io.guanxi.crm.platform.security.Callers;
import java.time.Clock;
import java.time.Instant;

/** A change by somebody at a time. */
record Touch(Instant at, String by) {

    /** A change by the current caller, now. */
    static Touch now(Clock clock) {
        return new Touch(clock.instant(), Callers.require().name());
    }
}
