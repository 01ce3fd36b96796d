package io.guanxi.crm.transaction.web;

import io.guanxi.crm.platform.http.Ids;
import io.guanxi.crm.platform.http.MoneyView;
import io.guanxi.crm.transaction.Payment;
import java.time.Instant;
import java.util.Optional;

/** A payment on the wire. */
public record PaymentView(
        String id,
        Instant at,
        MoneyView amount,
        Payment.Method method,
        Optional<String> reference,
        Optional<String> note,
        Optional<String> externalId) {

    static PaymentView of(Payment payment) {
        return new PaymentView(
                Ids.toText(payment.id()),
                payment.at(),
                OrderView.money(payment.amount()),
                payment.method(),
                payment.reference(),
                payment.note(),
                payment.externalId());
    }
}
