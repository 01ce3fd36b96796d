package io.guanxi.crm.platform.history;

/** A change with its place in the history. */
public record ChangeEntry(long id, Change change) {}
