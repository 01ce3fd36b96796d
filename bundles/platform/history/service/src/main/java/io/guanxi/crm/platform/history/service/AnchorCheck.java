package io.guanxi.crm.platform.history.service;

import io.guanxi.crm.platform.audit.Finding;
import java.util.Optional;

/** Goes through the anchors beside the seals, both in their order. */
final class AnchorCheck {

    private final Anchors.Cursor cursor;
    private final Findings findings;
    private Optional<Anchors.Anchor> next;
    private long compared;

    AnchorCheck(Anchors.Cursor cursor, Findings findings) {
        this.cursor = cursor;
        this.findings = findings;
        this.next = cursor.next();
    }

    void check(Seal seal) {
        while (next.isPresent() && next.get().number() <= seal.number()) {
            Anchors.Anchor anchor = next.get();
            if (anchor.number() == seal.number()) {
                compared++;
                if (!anchor.hash().equals(seal.hash()) || anchor.position() != seal.last()) {
                    findings.add(Finding.ofSeal(Finding.Kind.REPLACED, seal.number()));
                }
            }
            next = cursor.next();
        }
    }

    /**
     * What the anchors know beyond the last seal that was read.
     *
     * @param now the last seal there is by now: some may have been made meanwhile
     */
    void end(long last, Optional<Seal> now) {
        Optional<Anchors.Anchor> later = Optional.empty();
        while (next.isPresent()) {
            if (next.get().number() > last) {
                later = next;
            }
            next = cursor.next();
        }
        later.filter(anchor -> anchor.number() > now.map(Seal::number).orElse(0L))
                .ifPresent(anchor -> findings.add(new Finding(
                        Finding.Kind.CUT,
                        Optional.of(anchor.number()),
                        Optional.of(anchor.position()),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty())));
    }

    long compared() {
        return compared;
    }
}
