package io.guanxi.crm.platform.edge.internal;

/** Something to wait for without holding a thread. */
interface Line {

    /**
     * Lets the request wait; its turn is run once, by whoever makes room, unless it is {@linkplain #forget forgotten}
     * before.
     *
     * @return false where the line is too long
     */
    boolean join(Runnable turn);

    /** True while somebody is at work on what is waited for, who comes to an end of it. */
    default boolean isWorkedOn() {
        return false;
    }

    /** True where the request was still waiting, and isn't any more. */
    boolean forget(Runnable turn);
}
