package io.guanxi.crm.platform.imports.service;

import io.guanxi.crm.platform.imports.ImportTarget;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

/** Targets that come and go by hand. */
final class FixedTargets implements Targets {

    private final List<ImportTarget> targets;

    FixedTargets(List<ImportTarget> targets) {
        this.targets = new CopyOnWriteArrayList<>(targets);
    }

    void replace(ImportTarget... now) {
        targets.clear();
        targets.addAll(List.of(now));
    }

    @Override
    public List<ImportTarget> all() {
        return targets;
    }

    @Override
    public Optional<ImportTarget> await(String type, Duration patience) {
        return targets.stream().filter(target -> target.type().equals(type)).findFirst();
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
