package io.guanxi.crm.transaction;

import java.time.Instant;
import java.util.Optional;

/** Money that came in for an order; {@code id} is 0 before it is stored. */
public record Payment(
        long id, Instant at, Money amount, Method method, Optional<String> reference, Optional<String> note) {

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
}
