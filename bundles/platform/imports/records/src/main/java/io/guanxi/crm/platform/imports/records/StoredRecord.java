package io.guanxi.crm.platform.imports.records;

/** A record that is there before a chunk is written. */
public interface StoredRecord<D> {

    long id();

    long version();

    /** True where the undo of an import took it out of the lists: as good as never entered. */
    boolean undone();

    D data();
}
