package io.guanxi.crm.platform.history;

/** What was done to a record. */
public enum ChangeKind {
    CREATED,
    CHANGED,
    ARCHIVED,
    RESTORED
}
