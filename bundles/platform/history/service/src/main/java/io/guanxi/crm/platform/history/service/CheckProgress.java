package io.guanxi.crm.platform.history.service;

/** How far a check is, told to other threads; they may have it stop. */
final class CheckProgress {

    /** The check was to stop. */
    static final class StoppedException extends RuntimeException {

        private static final long serialVersionUID = 1L;

        StoppedException() {
            super("stopped", null, false, false);
        }
    }

    private volatile boolean stopped;
    private volatile long expected = 1;
    private volatile long done;
    private long sealed;

    /**
     * @param unsealed entries, each of which is sealed, then compared
     * @param upTo position of the last sealed one
     */
    void expect(long unsealed, long upTo) {
        expected = Math.max(1, 2 * unsealed + upTo);
    }

    void sealed(long entries) {
        sealed += entries;
        done = sealed;
    }

    /** @throws StoppedException where it was asked to */
    void reached(long position) {
        done = sealed + position;
        check();
    }

    /** @throws StoppedException where it was asked to */
    void check() {
        if (stopped) {
            throw new StoppedException();
        }
    }

    void stop() {
        stopped = true;
    }

    boolean isStopped() {
        return stopped;
    }

    /** 0 to less than 1: what comes behind the chain is short, but it isn't nothing. */
    double part() {
        return Math.min(0.99, (double) done / expected);
    }
}
