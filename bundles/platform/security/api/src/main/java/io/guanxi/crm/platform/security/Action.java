package io.guanxi.crm.platform.security;

/** What is done to records of a type. */
public enum Action {
    READ,
    CREATE,
    UPDATE,
    ARCHIVE,
    IMPORT,
    EXPORT,
    CONFIGURE
}
