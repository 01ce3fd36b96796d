package io.guanxi.crm.transaction.web;

import io.guanxi.crm.platform.problem.FieldErrors;
import io.guanxi.crm.transaction.Money;
import io.guanxi.crm.transaction.Payment;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;

/** What can be written of a payment. */
public record PaymentBody(
        Optional<Instant> at,
        Optional<Amount> amount,
        Optional<Payment.Method> method,
        Optional<String> reference,
        Optional<String> note,
        Optional<String> externalId) {

    /** Money as a caller writes it. */
    public record Amount(Optional<BigDecimal> amount, Optional<String> currency) {}

    /** @throws io.guanxi.crm.platform.problem.InvalidValueException naming what is missing or no currency */
    Payment toPayment() {
        FieldErrors errors = new FieldErrors();
        Payment payment = new Payment(
                0,
                Required.value("at", at, Instant.EPOCH, errors),
                new Money(
                        Required.value("amount.amount", amount.flatMap(Amount::amount), BigDecimal.ZERO, errors),
                        Required.currency("amount.currency", amount.flatMap(Amount::currency), errors)),
                Required.value("method", method, Payment.Method.OTHER, errors),
                reference,
                note,
                externalId);
        errors.throwIfAny();
        return payment;
    }
}
