package io.guanxi.crm.platform.imports.records;

import io.guanxi.crm.platform.imports.UndoConflict;
import io.guanxi.crm.platform.imports.UndoEntry;
import io.guanxi.crm.platform.imports.UndoOutcome;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.LongFunction;

/**
 * What of an import can be taken back: whatever nobody changed since.
 *
 * @param created records to be taken out of the lists
 * @param updated records that get their data from before
 * @param conflicts records that stay as they are
 */
public record UndoPlan<S>(List<S> created, List<Updated<S>> updated, List<UndoConflict> conflicts) {

    public UndoPlan {
        created = List.copyOf(created);
        updated = List.copyOf(updated);
        conflicts = List.copyOf(conflicts);
    }

    /**
     * A record that an import updated.
     *
     * @param before what it was, for {@link RecordBooks#before}
     */
    public record Updated<S>(S record, String before) {}

    /** @param now finds a record as it is now, by its id */
    public static <S extends StoredRecord<?>> UndoPlan<S> of(List<UndoEntry> entries, LongFunction<Optional<S>> now) {
        List<S> created = new ArrayList<>();
        List<Updated<S>> updated = new ArrayList<>();
        List<UndoConflict> conflicts = new ArrayList<>();
        for (UndoEntry entry : entries) {
            Optional<S> record = now.apply(entry.record()).filter(r -> r.version() == entry.version());
            if (record.isEmpty()) {
                conflicts.add(UndoConflict.changedSince(entry.record()));
            } else if (entry.before().isEmpty()) {
                created.add(record.get());
            } else {
                updated.add(new Updated<>(record.get(), entry.before().get()));
            }
        }
        return new UndoPlan<>(created, updated, conflicts);
    }

    /** What became of the entries once the plan is carried out. */
    public UndoOutcome outcome() {
        return new UndoOutcome(created.size() + updated.size(), conflicts);
    }
}
