package io.guanxi.crm.platform.imports.service;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;

/** Targets that come and go by hand. */
final class FixedTargets<T> implements Targets<T> {

    private final Function<T, String> typeOf;
    private final List<T> targets;

    FixedTargets(Function<T, String> typeOf, List<T> targets) {
        this.typeOf = typeOf;
        this.targets = new CopyOnWriteArrayList<>(targets);
    }

    void replace(T now) {
        targets.clear();
        targets.add(now);
    }

    @Override
    public List<T> all() {
        return targets;
    }

    @Override
    public Optional<T> await(String type, Duration patience) {
        return targets.stream()
                .filter(target -> typeOf.apply(target).equals(type))
                .findFirst();
    }

    @Override
    public boolean knows(String type) {
        return await(type, Duration.ZERO).isPresent();
    }

    @Override
    public void close() {
        // nobody waits
    }
}
