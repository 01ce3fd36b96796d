package io.guanxi.crm.platform.imports;

/** What a target tells of its writes, so that the import can be undone; kept in the chunk's transaction. */
public interface UndoLog {

    /** Keeps nothing. */
    UndoLog NONE = new UndoLog() {
        @Override
        public void created(long record, long version) {
            // nothing is kept
        }

        @Override
        public void updated(long record, long version, String before) {
            // nothing is kept
        }
    };

    /** @param version the record's version after the write */
    void created(long record, long version);

    /**
     * @param version the record's version after the write
     * @param before what the record was, in the target's own words; see {@link Snapshot}
     */
    void updated(long record, long version, String before);
}
