package io.guanxi.crm.transaction;

import java.time.Instant;
import java.util.Optional;

/**
 * Money that came in for an order; {@code id} is 0 before it is stored.
 *
 * @param externalId key in the system the payment comes from; no two payments share one
 */
public record Payment(
        long id,
        Instant at,
        Money amount,
        Method method,
        Optional<String> reference,
        Optional<String> note,
        Optional<String> externalId) {

    /** How it was paid. */
    public enum Method {
        TRANSFER,
        CASH,
        CARD,
        WECHAT,
        ALIPAY,
        CHEQUE,
        OTHER
    }

    /** A payment that no other system knows. */
    public Payment(
            long id, Instant at, Money amount, Method method, Optional<String> reference, Optional<String> note) {
        this(id, at, amount, method, reference, note, Optional.empty());
    }

    /** The same payment under this id. */
    public Payment withId(long newId) {
        return new Payment(newId, at, amount, method, reference, note, externalId);
    }
}
