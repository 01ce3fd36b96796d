package io.guanxi.crm.platform.imports.service;

import io.guanxi.crm.platform.imports.ImportTarget;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

/** Targets a test puts in and takes out. */
final class FixedTargets implements Targets {

    private final List<ImportTarget> targets = new CopyOnWriteArrayList<>();

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
        targets.clear();
    }
}
