package io.guanxi.crm.platform.imports;

import java.util.List;

/** What became of some entries; {@code reverted} counts records. */
public record UndoOutcome(int reverted, List<UndoConflict> conflicts) {

    public UndoOutcome {
        conflicts = List.copyOf(conflicts);
    }
}
