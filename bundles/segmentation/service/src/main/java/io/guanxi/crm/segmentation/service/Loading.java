package io.guanxi.crm.segmentation.service;

import io.guanxi.crm.platform.problem.UnavailableException;
import io.guanxi.crm.platform.security.Caller;
import io.guanxi.crm.platform.security.Callers;
import io.guanxi.crm.segmentation.engine.OrderSnapshot;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Loads in the background, once at a time. Requests wait a while for the first load, not for as long as it takes. */
final class Loading implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Loading.class);
    private static final Duration PATIENCE = Duration.ofSeconds(4);

    private final Supplier<Map<String, OrderSnapshot>> load;
    private final ExecutorService thread = Executors.newSingleThreadExecutor(Loading::thread);
    private @Nullable CompletableFuture<Map<String, OrderSnapshot>> latest;

    Loading(Supplier<Map<String, OrderSnapshot>> load) {
        this.load = load;
    }

    /** Begins a load, unless one is going on. */
    synchronized void begin() {
        CompletableFuture<Map<String, OrderSnapshot>> last = latest;
        if (last == null || last.isDone()) {
            latest = begun();
        }
    }

    /** The outcome of the latest load; begins one where there was none, or where it failed. */
    Map<String, OrderSnapshot> await() {
        try {
            return latest().get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            throw stillLoading();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw stillLoading();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw new IllegalStateException(e.getCause());
        }
    }

    private synchronized CompletableFuture<Map<String, OrderSnapshot>> latest() {
        CompletableFuture<Map<String, OrderSnapshot>> last = latest;
        if (last == null || last.isCompletedExceptionally()) {
            last = begun();
            latest = last;
        }
        return last;
    }

    private CompletableFuture<Map<String, OrderSnapshot>> begun() {
        return CompletableFuture.supplyAsync(
                () -> Callers.callAs(Caller.system("segmentation"), this::logged), thread);
    }

    @Override
    public void close() {
        thread.shutdownNow();
    }

    private Map<String, OrderSnapshot> logged() {
        try {
            return load.get();
        } catch (RuntimeException e) {
            // nobody may be waiting any more
            LOG.warn("the confirmed orders could not be loaded; the next query tries again", e);
            throw e;
        }
    }

    private static UnavailableException stillLoading() {
        return new UnavailableException(
                "still-loading",
                "The orders are still being loaded. Please try again.",
                "订单数据正在加载，请稍后重试。",
                Duration.ofSeconds(2));
    }

    private static Thread thread(Runnable work) {
        Thread thread = new Thread(work, "crm-segmentation-load");
        thread.setDaemon(true);
        return thread;
    }
}
