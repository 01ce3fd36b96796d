package io.guanxi.crm.platform.imports.service;

/** How the outside tells a running job that it should end. */
final class Signals {

    private volatile boolean cancelled;
    private volatile boolean stopped;

    void cancel() {
        cancelled = true;
    }

    void stop() {
        stopped = true;
    }

    boolean isStopped() {
        return stopped;
    }

    /** To be called between two chunks, and now and then while reading. */
    void check() {
        if (stopped) {
            throw new JobStoppedException();
        }
        if (cancelled) {
            throw new JobCancelledException();
        }
    }
}
