package io.guanxi.crm.segmentation.service;

import io.guanxi.crm.segmentation.engine.OrderSnapshot;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The latest scores. Whoever asks first computes, those who ask meanwhile wait for it; scores of other orders don't count. */
final class ScoreCache {

    /** A million customers take 40 MB. */
    private static final int KEPT = 8;

    private final Map<Key, Entry> entries = new LinkedHashMap<>(KEPT * 2, 0.75f, true);

    record Key(int bins, LocalDate asOf, ZoneId zone, Currency currency) {}

    private record Entry(OrderSnapshot orders, FutureTask<Scored> task) {}

    Scored get(Key key, OrderSnapshot orders, Supplier<Scored> computation) {
        FutureTask<Scored> task = entry(key, orders, computation).task();
        task.run(); // does nothing where somebody else runs it or has run it
        try {
            return task.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while waiting for scores", e);
        } catch (ExecutionException e) {
            forget(key, task);
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw new IllegalStateException(e.getCause());
        }
    }

    private synchronized Entry entry(Key key, OrderSnapshot orders, Supplier<Scored> computation) {
        @Nullable Entry entry = entries.get(key);
        if (entry == null || entry.orders() != orders) {
            // scores of orders that are gone would keep those in memory
            entries.entrySet()
                    .removeIf(old -> old.getKey().currency().equals(key.currency())
                            && old.getValue().orders() != orders);
            entry = new Entry(orders, new FutureTask<>(computation::get));
            entries.put(key, entry);
            if (entries.size() > KEPT) {
                entries.remove(entries.keySet().iterator().next());
            }
        }
        return entry;
    }

    private synchronized void forget(Key key, FutureTask<Scored> task) {
        @Nullable Entry entry = entries.get(key);
        if (entry != null && entry.task() == task) {
            entries.remove(key);
        }
    }
}
