package io.guanxi.crm.platform.imports.service;

import io.guanxi.crm.platform.imports.ImportTarget;
import java.io.IOException;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/**
 * Reads the file to its end before anything is written: a file whose quotes don't match writes nothing at all, and of the
 * records of several rows it finds those whose rows don't stand together.
 */
final class FirstLook {

    /** Rows of one record. */
    static final int LONGEST_RECORD = 10_000;
    /** Rows that are kept in memory until the end of the file. */
    static final int MOST_SCATTERED = 100_000;

    private static final int STRIDE = 1000;

    private final ImportTarget target;
    private final LongCounts rowsOfKey = new LongCounts();
    private final Set<Long> scattered = new HashSet<>();
    private Optional<String> previous = Optional.empty();

    private FirstLook(ImportTarget target) {
        this.target = target;
    }

    /** The hashes of the keys that come back after other keys; empty for targets of one row a record. */
    static Set<Long> at(CsvSource source, ImportTarget target, Signals signals) throws IOException {
        FirstLook look = new FirstLook(target);
        try (CsvRows rows = source.open()) {
            int n = 0;
            for (Optional<CsvRow> row = rows.next(); row.isPresent(); row = rows.next()) {
                if (++n % STRIDE == 0) {
                    signals.check();
                }
                if (target.grouped()) {
                    look.accept(row.get(), source.header());
                }
            }
        }
        return look.scattered();
    }

    private void accept(CsvRow row, Header header) {
        Optional<String> key = target.key(header.row(row));
        if (key.isPresent()) {
            long hash = KeyHash.of(key.get());
            if (!key.equals(previous) && rowsOfKey.get(hash) > 0) {
                scattered.add(hash);
            }
            if (rowsOfKey.add(hash) > LONGEST_RECORD) {
                throw Unreadable.recordTooLong(key.get(), row.line(), LONGEST_RECORD);
            }
            if (scattered.size() > MOST_SCATTERED) {
                throw Unreadable.tooScattered(target.keyColumn(), MOST_SCATTERED);
            }
        }
        previous = key;
    }

    private Set<Long> scattered() {
        long rows = scattered.stream().mapToLong(rowsOfKey::get).sum();
        if (rows > MOST_SCATTERED) {
            throw Unreadable.tooScattered(target.keyColumn(), MOST_SCATTERED);
        }
        return scattered;
    }
}
