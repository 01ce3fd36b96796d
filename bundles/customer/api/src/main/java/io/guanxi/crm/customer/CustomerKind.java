package io.guanxi.crm.customer;

/** What a customer is: any person or unit. */
public enum CustomerKind {
    COMPANY,
    GOVERNMENT,
    INSTITUTION,
    SOCIETY,
    ARMY,
    HOUSEHOLD,
    PERSON,
    INTERNAL
}
