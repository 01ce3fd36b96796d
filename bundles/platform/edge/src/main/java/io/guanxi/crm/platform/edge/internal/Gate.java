package io.guanxi.crm.platform.edge.internal;

import io.guanxi.crm.platform.edge.GateStatus;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/** Before one module: open while nobody holds it and the module's REST application is there. */
final class Gate implements Line {

    private static final long GRACE_NANOS = Duration.ofSeconds(5).toNanos();

    private final String module;
    private final AtomicInteger inside = new AtomicInteger();
    private final ConcurrentLinkedQueue<Runnable> waiting = new ConcurrentLinkedQueue<>();
    private final AtomicLong waited = new AtomicLong();
    private final AtomicLong refused = new AtomicLong();

    private volatile int holds;
    private boolean ready;
    private volatile boolean open;
    private volatile long servedAt = System.nanoTime() - GRACE_NANOS;

    Gate(String module) {
        this.module = module;
    }

    /** Counts first and looks then: whoever closes the gate and sees nobody inside has seen everybody. */
    boolean enter() {
        inside.incrementAndGet();
        if (open) {
            return true;
        }
        leave();
        return false;
    }

    void leave() {
        if (inside.decrementAndGet() == 0 && !open) {
            synchronized (this) {
                notifyAll();
            }
        }
    }

    boolean isOpen() {
        return open;
    }

    /** True during an exchange. */
    @Override
    public boolean isWorkedOn() {
        return holds > 0;
    }

    void hold() {
        change(1, null);
    }

    void release() {
        change(-1, null);
    }

    void setReady(boolean isReady) {
        change(0, isReady);
    }

    private void change(int hold, @org.jspecify.annotations.Nullable Boolean isReady) {
        List<Runnable> free = new ArrayList<>();
        synchronized (this) {
            holds += hold;
            ready = isReady == null ? ready : isReady;
            open = holds == 0 && ready;
            notifyAll();
            for (Runnable one = open ? waiting.poll() : null; one != null; one = waiting.poll()) {
                free.add(one);
            }
            servedAt = free.isEmpty() ? servedAt : System.nanoTime();
        }
        free.forEach(Runnable::run);
    }

    /** True for some seconds after it opened before somebody: those who waited for it are being served. */
    boolean justOpened() {
        return System.nanoTime() - servedAt < GRACE_NANOS;
    }

    @Override
    public boolean join(Runnable request) {
        waited.incrementAndGet();
        waiting.add(request);
        // It may have opened since we looked.
        if (open && waiting.remove(request)) {
            request.run();
        }
        return true;
    }

    @Override
    public boolean forget(Runnable request) {
        boolean was = waiting.remove(request);
        if (was) {
            refused.incrementAndGet();
        }
        return was;
    }

    /** Waits until nobody is inside; false where that took too long. */
    synchronized boolean drain(Duration patience) {
        return awaitUntil(patience, () -> inside.get() == 0);
    }

    synchronized boolean awaitReady(Duration patience) {
        return awaitUntil(patience, () -> ready);
    }

    private boolean awaitUntil(Duration patience, java.util.function.BooleanSupplier condition) {
        long end = System.nanoTime() + patience.toNanos();
        while (!condition.getAsBoolean()) {
            long left = (end - System.nanoTime()) / 1_000_000;
            if (left <= 0) {
                return false;
            }
            try {
                wait(Math.min(left, 20));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return false;
            }
        }
        return true;
    }

    synchronized GateStatus status() {
        return new GateStatus(module, open, ready, holds, inside.get(), waiting.size(), waited.get(), refused.get());
    }
}
