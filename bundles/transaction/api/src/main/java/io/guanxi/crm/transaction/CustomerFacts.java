package io.guanxi.crm.transaction;

import io.guanxi.crm.customer.CustomerId;
import java.time.Instant;

/** What a customer's confirmed orders in one currency come to; kept in the transaction that changes an order. */
public record CustomerFacts(CustomerId customer, long orders, Money total, Instant firstOrderAt, Instant lastOrderAt) {}
