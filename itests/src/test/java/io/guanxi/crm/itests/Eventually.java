package io.guanxi.crm.itests;

import java.util.concurrent.TimeUnit;

/** What comes true by and by. */
final class Eventually {

    private static final long PATIENCE_SECONDS = 60;

    private Eventually() {}

    /** Asks a server. */
    @FunctionalInterface
    interface Question {
        boolean isTrue() throws Exception;
    }

    /** Waits until it is so, for a minute at most. */
    static void holds(String what, Question question) throws Exception {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        while (!question.isTrue()) {
            if (System.nanoTime() > end) {
                throw new AssertionError("not within a minute: " + what);
            }
            TimeUnit.MILLISECONDS.sleep(50);
        }
    }
}
