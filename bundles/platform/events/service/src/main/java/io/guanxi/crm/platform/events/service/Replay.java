package io.guanxi.crm.platform.events.service;

import io.guanxi.crm.platform.events.DeadLetter;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Delivers dead letters again, oldest first. It runs on the thread that delivers, so no later event of a record can get in
 * before its letters.
 */
record Replay(Stores stores, Handing handing, String name, BooleanSupplier stopped) {

    private static final Logger LOG = LoggerFactory.getLogger(Replay.class);
    private static final int BATCH = 100;

    void run() {
        // First, so that a wish that comes meanwhile is not lost.
        stores.positions().wantReplay(name, false);
        Set<RecordKey> failed = new HashSet<>();
        long after = 0;
        List<DeadLetter> letters = stores.letters().replaying(name, after, BATCH);
        while (!letters.isEmpty()) {
            for (DeadLetter letter : letters) {
                if (stopped.getAsBoolean()) {
                    return; // the marks stay, and whoever serves the subscriber next goes on
                }
                if (!failed.contains(RecordKey.of(letter.event())) && !again(letter)) {
                    failed.add(RecordKey.of(letter.event()));
                }
                after = letter.event().sequence();
            }
            letters = stores.letters().replaying(name, after, BATCH);
        }
    }

    private boolean again(DeadLetter letter) {
        try {
            handing.hand(List.of(letter.event()));
        } catch (RuntimeException | Error e) {
            if (!stopped.getAsBoolean()) {
                LOG.warn("{} failed again on event {}", name, letter.event().sequence(), e);
                stores.transactions().callAlone(() -> {
                    stores.letters()
                            .failedAgain(letter, Failure.text(e), stores.clock().instant());
                    return 0;
                });
            }
            return false;
        }
        stores.letters().remove(name, letter.event().sequence());
        return true;
    }
}
