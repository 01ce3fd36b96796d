package io.guanxi.crm.customer;

/** How far the relation has come. */
public enum Stage {
    UNKNOWN,
    POTENTIAL,
    INTENT,
    CUSTOMER,
    DORMANT,
    LOST
}
