package io.guanxi.crm.contact;

/** Who began: IN the customer, OUT we. */
public enum Direction {
    IN,
    OUT
}
