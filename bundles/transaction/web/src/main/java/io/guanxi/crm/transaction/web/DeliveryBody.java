package io.guanxi.crm.transaction.web;

import io.guanxi.crm.platform.problem.FieldErrors;
import io.guanxi.crm.transaction.Delivery;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What can be written of a delivery. */
public record DeliveryBody(
        Optional<Instant> at,
        Optional<String> carrier,
        Optional<String> trackingNumber,
        List<Line> lines,
        Optional<String> note) {

    /** Part of an order line; {@code line} counts from 1. */
    public record Line(Optional<Integer> line, Optional<BigDecimal> quantity) {}

    static DeliveryBody of(Delivery delivery) {
        return new DeliveryBody(
                Optional.of(delivery.at()),
                delivery.carrier(),
                delivery.trackingNumber(),
                delivery.lines().stream()
                        .map(line -> new Line(Optional.of(line.line()), Optional.of(line.quantity())))
                        .toList(),
                delivery.note());
    }

    /** @throws io.guanxi.crm.platform.problem.InvalidValueException naming what is missing */
    Delivery toDelivery() {
        FieldErrors errors = new FieldErrors();
        Delivery delivery = new Delivery(
                0,
                Required.value("at", at, Instant.EPOCH, errors),
                carrier,
                trackingNumber,
                note,
                lines.stream()
                        .map(line -> new Delivery.Line(
                                line.line().orElse(0), line.quantity().orElse(BigDecimal.ZERO)))
                        .toList());
        errors.throwIfAny();
        return delivery;
    }
}
