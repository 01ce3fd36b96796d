package io.guanxi.crm.platform.testing;

import io.guanxi.crm.platform.history.ChangeEntry;
import io.guanxi.crm.platform.history.FieldChange;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a history tells, in short. */
public final class HistoryText {

    private HistoryText() {}

    /** Each entry as {@code KIND field field}. */
    public static List<String> of(List<ChangeEntry> entries) {
        return entries.stream()
                .map(entry -> Stream.concat(
                                Stream.of(entry.change().kind().name()),
                                entry.change().fields().stream().map(FieldChange::field))
                        .collect(Collectors.joining(" ")))
                .toList();
    }
}
