package io.guanxi.crm.platform.history.service;

import io.guanxi.crm.platform.persistence.Collision;
import io.guanxi.crm.platform.persistence.Jdbc;
import io.guanxi.crm.platform.persistence.SqlFailedException;
import io.guanxi.crm.platform.persistence.Transactions;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.LongConsumer;
import java.util.stream.LongStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Seals what has been committed, in batches. What waits may lie in any order; the chain gives it one. */
final class Sealer {

    /** Entries of a seal; Derby turns more than 5000 locks of a table into one of all of it, and would hold writers up. */
    static final int BATCH = 2000;

    private static final Logger LOG = LoggerFactory.getLogger(Sealer.class);
    private static final int SALT_BYTES = 16;

    private final Transactions transactions;
    private final Unsealed unsealed;
    private final EntryReader reader;
    private final SealTable table;
    private final Anchors anchors;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    Sealer(Jdbc jdbc, Transactions transactions, Anchors anchors, Clock clock) {
        this.transactions = transactions;
        this.unsealed = new Unsealed(jdbc);
        this.reader = new EntryReader(jdbc);
        this.table = new SealTable(jdbc);
        this.anchors = anchors;
        this.clock = clock;
    }

    /** Seals what waits, not what others go on writing meanwhile. Gives the number of entries. */
    long sealAll(BooleanSupplier stopped) {
        return sealAll(stopped, some -> {});
    }

    /** @param told the number of entries of each seal */
    long sealAll(BooleanSupplier stopped, LongConsumer told) {
        long sealed = 0;
        long some = BATCH;
        while (some > BATCH - Unsealed.LONGEST && !stopped.getAsBoolean()) {
            some = next().map(seal -> seal.last() - seal.first() + 1).orElse(0L);
            sealed += some;
            told.accept(some);
        }
        return sealed;
    }

    // One after the other, so that the anchors are in order.
    private synchronized Optional<Seal> next() {
        List<Unsealed.Range> waiting = waiting();
        if (waiting.isEmpty()) {
            return Optional.empty();
        }
        Optional<Seal> seal = transactions.callRepeatably(() -> seal(waiting));
        seal.map(Seal::head).ifPresent(anchors::add);
        return seal;
    }

    /**
     * Asked outside of a transaction: Derby waits for whoever is writing, and nothing may be held meanwhile. Where that takes
     * too long, what waits is sealed the next time.
     */
    private List<Unsealed.Range> waiting() {
        try {
            return unsealed.first(BATCH);
        } catch (SqlFailedException e) {
            if (Collision.is(e)) {
                LOG.debug("somebody writes for long", e);
                return List.of();
            }
            throw e;
        }
    }

    private Optional<Seal> seal(List<Unsealed.Range> waiting) {
        table.lock();
        List<Unsealed.Range> ranges = unsealed.still(waiting);
        if (ranges.isEmpty()) {
            return Optional.empty(); // another node has been at it
        }
        List<Long> changes = ids(ranges, Source.CHANGE);
        List<Long> acts = ids(ranges, Source.ACT);
        Map<Long, Entry> entries = reader.read(changes, acts);
        Optional<Seal> before = table.last();
        // Behind what somebody may have put there: that is found, and must not stop us.
        long behind = Math.max(before.map(Seal::last).orElse(0L), table.lastPosition());
        List<Seal.Item> items = items(behind, changes, acts, entries);
        Seal seal = Seal.of(before, clock.millis(), items);
        table.add(seal, items);
        unsealed.remove(ranges);
        return Optional.of(seal);
    }

    private static List<Long> ids(List<Unsealed.Range> ranges, Source source) {
        return ranges.stream()
                .filter(range -> range.source() == source)
                .flatMapToLong(range -> LongStream.rangeClosed(range.first(), range.last()))
                .boxed()
                .toList();
    }

    private List<Seal.Item> items(long behind, List<Long> changes, List<Long> acts, Map<Long, Entry> entries) {
        List<Entry> ordered = new ArrayList<>(entries.values());
        ordered.sort(Comparator.comparingLong(Entry::at).thenComparingLong(Entry::id));
        Digester digester = new Digester();
        List<Seal.Item> items = new ArrayList<>();
        byte[] salt = new byte[SALT_BYTES];
        for (Entry entry : ordered) {
            random.nextBytes(salt);
            String text = Digester.text(salt);
            items.add(item(behind, items, entry.source(), entry.id(), text, entry.digest(text, digester)));
        }
        // Taken away before it could be sealed: the chain says that it was there.
        for (Source source : List.of(Source.CHANGE, Source.ACT)) {
            for (long id : source == Source.CHANGE ? changes : acts) {
                if (!entries.containsKey(id)) {
                    items.add(
                            item(behind, items, source, id, "", digester.add(id).end()));
                }
            }
        }
        return items;
    }

    private static Seal.Item item(
            long behind, List<Seal.Item> items, Source source, long id, String salt, String digest) {
        return new Seal.Item(behind + items.size() + 1, source, id, Optional.of(salt), digest);
    }
}
