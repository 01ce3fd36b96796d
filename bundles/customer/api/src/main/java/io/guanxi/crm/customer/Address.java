package io.guanxi.crm.customer;

import java.util.Optional;

/** A postal address; {@code country} is an ISO 3166 code of two letters. */
public record Address(
        String type,
        Optional<String> country,
        Optional<String> region,
        Optional<String> city,
        Optional<String> district,
        Optional<String> street,
        Optional<String> postalCode) {}
