package io.guanxi.crm.platform.imports.records;

import java.util.Optional;

/** A record to be written: a new one where nothing is there before. */
public interface RecordPlan<D> {

    D data();

    Optional<? extends StoredRecord<D>> before();
}
