package io.guanxi.crm.platform.imports.service;

import io.guanxi.crm.platform.imports.UndoEntry;
import io.guanxi.crm.platform.imports.UndoLog;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/** The writes of one chunk as one text: {@code id version length before} for each, the length -1 for a new record. */
final class UndoRecorder implements UndoLog {

    private final StringBuilder text = new StringBuilder();
    private int records;

    @Override
    public void created(long record, long version) {
        text.append(record).append(' ').append(version).append(" -1 ");
        records++;
    }

    @Override
    public void updated(long record, long version, String before) {
        text.append(record).append(' ').append(version).append(' ').append(before.length());
        text.append(' ').append(before);
        records++;
    }

    boolean isEmpty() {
        return records == 0;
    }

    int records() {
        return records;
    }

    String text() {
        return text.toString();
    }

    /** The text these entries were read from. */
    static String text(List<UndoEntry> entries) {
        UndoRecorder recorder = new UndoRecorder();
        for (int i = entries.size() - 1; i >= 0; i--) {
            UndoEntry entry = entries.get(i);
            entry.before()
                    .ifPresentOrElse(
                            before -> recorder.updated(entry.record(), entry.version(), before),
                            () -> recorder.created(entry.record(), entry.version()));
        }
        return recorder.text();
    }

    /** What was recorded, the last write first: of two on one record the later one has to go first. */
    static List<UndoEntry> entries(String text) {
        List<UndoEntry> entries = new ArrayList<>();
        int at = 0;
        while (at < text.length()) {
            int id = text.indexOf(' ', at);
            int version = text.indexOf(' ', id + 1);
            int length = text.indexOf(' ', version + 1);
            int chars = Integer.parseInt(text.substring(version + 1, length));
            Optional<String> before =
                    chars < 0 ? Optional.empty() : Optional.of(text.substring(length + 1, length + 1 + chars));
            entries.add(new UndoEntry(
                    Long.parseLong(text.substring(at, id)), Long.parseLong(text.substring(id + 1, version)), before));
            at = length + 1 + Math.max(0, chars);
        }
        Collections.reverse(entries);
        return entries;
    }
}
