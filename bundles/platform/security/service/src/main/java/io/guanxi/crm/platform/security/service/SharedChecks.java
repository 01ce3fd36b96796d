package io.guanxi.crm.platform.security.service;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Supplier;

/** Requests that prove the same thing at the same time share one proof: it is dear, and each would count as a guess. */
final class SharedChecks {

    private final ConcurrentMap<String, CompletableFuture<Optional<Login>>> running = new ConcurrentHashMap<>();

    Optional<Login> once(String what, Supplier<Optional<Login>> check) {
        CompletableFuture<Optional<Login>> mine = new CompletableFuture<>();
        CompletableFuture<Optional<Login>> other = running.putIfAbsent(what, mine);
        if (other != null) {
            return shared(other);
        }
        try {
            Optional<Login> result = check.get();
            mine.complete(result);
            return result;
        } catch (RuntimeException e) {
            mine.completeExceptionally(e);
            throw e;
        } finally {
            // An Error must not leave the others waiting.
            mine.complete(Optional.empty());
            running.remove(what, mine);
        }
    }

    private static Optional<Login> shared(CompletableFuture<Optional<Login>> other) {
        try {
            return other.join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : e;
        }
    }
}
