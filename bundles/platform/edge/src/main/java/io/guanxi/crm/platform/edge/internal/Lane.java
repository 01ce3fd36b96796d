package io.guanxi.crm.platform.edge.internal;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.BooleanSupplier;
import java.util.function.IntSupplier;

/**
 * So many requests of a module at once, and a short line behind them: under more load than can be served, those that are let
 * in take no longer than usual, and the others are told at once.
 */
final class Lane implements Line {

    private final IntSupplier width;
    private final IntSupplier longest;
    private final BooleanSupplier patient;
    private final Deque<Runnable> waiting = new ArrayDeque<>();
    private int inside;

    /** @param patient while true, the line may be of any length: requests come back that waited for an exchange */
    Lane(IntSupplier width, IntSupplier longest, BooleanSupplier patient) {
        this.width = width;
        this.longest = longest;
        this.patient = patient;
    }

    synchronized boolean enter() {
        if (inside >= width.getAsInt() || !waiting.isEmpty()) {
            return false;
        }
        inside++;
        return true;
    }

    synchronized boolean isFull() {
        return waiting.size() >= longest.getAsInt() && inside >= width.getAsInt() && !patient.getAsBoolean();
    }

    /** The next in line takes the place that becomes free. */
    void leave() {
        Runnable next;
        synchronized (this) {
            next = inside > width.getAsInt() ? null : waiting.poll();
            if (next == null) {
                inside--;
            }
        }
        if (next != null) {
            next.run();
        }
    }

    /** The turn comes with a place inside, which must be left. */
    @Override
    public boolean join(Runnable turn) {
        synchronized (this) {
            if (inside >= width.getAsInt()) {
                return !isFull() && waiting.add(turn);
            }
            inside++;
        }
        turn.run();
        return true;
    }

    @Override
    public synchronized boolean forget(Runnable turn) {
        return waiting.remove(turn);
    }
}
