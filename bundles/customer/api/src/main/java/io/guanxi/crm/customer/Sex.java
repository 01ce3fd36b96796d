package io.guanxi.crm.customer;

/** Sex as stated by the person. */
public enum Sex {
    MALE,
    FEMALE,
    OTHER,
    UNKNOWN
}
