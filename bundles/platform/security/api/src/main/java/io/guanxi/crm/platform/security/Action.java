package io.guanxi.crm.platform.security;

/** What is done to records of a type. */
public enum Action {
    READ,
    CREATE,
    UPDATE,
    ARCHIVE,
    IMPORT,
    EXPORT,
    CONFIGURE,
    /** One change of many records at once. */
    BULK,
    /** Two records made one. */
    MERGE,
    /** Others are let in on a record. */
    SHARE
}
