package io.guanxi.crm.platform.testing;

import io.guanxi.crm.platform.imports.UndoEntry;
import io.guanxi.crm.platform.imports.UndoLog;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Keeps what it is told. */
public final class RecordedUndo implements UndoLog {

    private final List<UndoEntry> entries = new ArrayList<>();

    @Override
    public void created(long record, long version) {
        entries.add(new UndoEntry(record, version, Optional.empty()));
    }

    @Override
    public void updated(long record, long version, String before) {
        entries.add(new UndoEntry(record, version, Optional.of(before)));
    }

    public List<UndoEntry> entries() {
        return List.copyOf(entries);
    }
}
