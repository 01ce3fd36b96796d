package io.guanxi.crm.customer;

import java.util.Optional;

/** By what a customer is known outside. */
public record CustomerKey(String code, Optional<String> externalId) {}
