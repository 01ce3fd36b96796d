package io.guanxi.crm.customer;

/** A person at a customer, by name. */
public record PersonName(PersonId id, CustomerId customer, String name) {}
