package io.guanxi.crm.platform.fields.service;

import io.guanxi.crm.platform.fields.RecordType;
import io.guanxi.crm.platform.fields.ValueStore;
import io.guanxi.crm.platform.problem.UnavailableException;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

/** The record types and value stores that are there now. */
final class Stores {

    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final Map<String, RecordType> types = new ConcurrentHashMap<>();
    private final Map<String, ValueStore> stores = new ConcurrentHashMap<>();

    void add(RecordType type) {
        types.put(type.code(), type);
    }

    void remove(RecordType type) {
        types.remove(type.code(), type);
    }

    synchronized void add(ValueStore store) {
        stores.put(store.recordType(), store);
        notifyAll();
    }

    void remove(ValueStore store) {
        stores.remove(store.recordType(), store);
    }

    List<RecordType> types() {
        return types.values().stream()
                .sorted(Comparator.comparing(RecordType::code))
                .toList();
    }

    Optional<RecordType> type(String code) {
        return Optional.ofNullable(types.get(code));
    }

    Optional<ValueStore> store(String recordType) {
        return Optional.ofNullable(stores.get(recordType));
    }

    /** True for a type whose records can have custom values. */
    boolean takesCustomFields(String recordType) {
        return stores.containsKey(recordType)
                && type(recordType).map(RecordType::takesCustomFields).orElse(true);
    }

    /**
     * Waits a moment for a module that is being exchanged.
     *
     * @throws UnavailableException where it stays away
     */
    synchronized ValueStore require(String recordType) {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        try {
            while (!stores.containsKey(recordType) && System.nanoTime() < deadline) {
                TimeUnit.NANOSECONDS.timedWait(this, deadline - System.nanoTime());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return store(recordType).orElseThrow(() -> new UnavailableException(recordType, Duration.ofSeconds(2)));
    }
}
