package io.guanxi.crm.platform.fields.service;

/** The definitions in memory. */
final class Memory {

    private final FieldTable table;
    private final DefinitionsLock lock;
    private volatile Snapshot snapshot;

    Memory(FieldTable table, DefinitionsLock lock) {
        this.table = table;
        this.lock = lock;
        this.snapshot = read(lock.peek());
    }

    Snapshot now() {
        return snapshot;
    }

    /** As they are in the database; they stay so until the caller's transaction ends. */
    Snapshot locked() {
        return at(lock.share());
    }

    void refresh() {
        at(lock.peek());
    }

    private Snapshot at(long version) {
        Snapshot known = snapshot;
        if (known.version() != version) {
            known = read(version);
            snapshot = known;
        }
        return known;
    }

    // The version is asked for first: what changes in between is read again next time.
    private Snapshot read(long version) {
        return Snapshot.of(version, table.all());
    }
}
