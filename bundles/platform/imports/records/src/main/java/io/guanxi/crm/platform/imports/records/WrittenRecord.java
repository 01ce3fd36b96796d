package io.guanxi.crm.platform.imports.records;

/** A record as a chunk has written it. */
public record WrittenRecord<D>(long id, long version, D data) {}
