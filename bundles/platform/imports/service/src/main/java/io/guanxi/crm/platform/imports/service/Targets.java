package io.guanxi.crm.platform.imports.service;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** The record types that can be written to; each may be away for a moment while its bundle is exchanged. */
interface Targets<T> extends AutoCloseable {

    /** Those that are there now, by type. */
    List<T> all();

    /** The target as it is now, or as soon as it is back. */
    Optional<T> await(String type, Duration patience);

    /** True where the type is there, or was at any time since the start. */
    boolean knows(String type);

    /** Wakes whoever waits. */
    @Override
    void close();

    /** False once this very service was taken away. */
    default boolean holds(T target) {
        return all().contains(target);
    }
}
