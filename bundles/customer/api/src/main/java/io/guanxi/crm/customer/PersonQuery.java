package io.guanxi.crm.customer;

import io.guanxi.crm.platform.query.ListQuery;

/** Which living persons of a customer a list shows; its text finds them as it finds customers. */
public record PersonQuery(CustomerId customer, ListQuery list) {}
