package io.guanxi.crm.platform.history.service;

import io.guanxi.crm.platform.audit.Finding;
import io.guanxi.crm.platform.audit.Verification;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What was found so far; the first thousand with their places. */
final class Findings {

    private final List<Finding> named = new ArrayList<>();
    private long found;

    void add(Finding finding) {
        found++;
        if (named.size() < Verification.MOST) {
            named.add(finding);
        }
    }

    void add(Finding.Kind kind, Seal seal, long position) {
        add(new Finding(
                kind,
                Optional.of(seal.number()),
                Optional.of(position),
                Optional.empty(),
                Optional.empty(),
                Optional.empty()));
    }

    void add(Finding.Kind kind, Seal seal, Seal.Item item, Optional<Entry> entry) {
        add(new Finding(
                kind,
                Optional.of(seal.number()),
                Optional.of(item.position()),
                Optional.of(item.entry()),
                entry.flatMap(Entry::recordType),
                entry.flatMap(Entry::recordId)));
    }

    List<Finding> named() {
        return named;
    }

    long found() {
        return found;
    }
}
