package io.guanxi.crm.transaction;

/** Only confirmed orders count: a draft is no sale yet, a cancelled one no more. */
public enum OrderStatus {
    DRAFT,
    CONFIRMED,
    CANCELLED
}
