package io.guanxi.crm.platform.jobs.service;

import io.guanxi.crm.platform.jobs.Job;
import io.guanxi.crm.platform.jobs.JobRun;

/** A run under way on this node, under a lease of its own. */
final class Held implements JobRun {

    private final Job job;
    private final String holder;
    private final long id;
    private volatile boolean cancelled;
    private volatile boolean byUser;

    Held(Job job, String holder, long id) {
        this.job = job;
        this.holder = holder;
        this.id = id;
    }

    Job job() {
        return job;
    }

    String holder() {
        return holder;
    }

    long id() {
        return id;
    }

    /** Its job or its node goes away; another one will do it again. */
    void interrupt() {
        cancelled = true;
    }

    /** Somebody wanted it to end. */
    void cancel() {
        byUser = true;
        cancelled = true;
    }

    @Override
    public boolean isCancelled() {
        return cancelled;
    }

    boolean isCancelledByUser() {
        return byUser;
    }

    /** True where it was ended before its time and has to be done again. */
    boolean isInterrupted() {
        return cancelled && !byUser;
    }
}
