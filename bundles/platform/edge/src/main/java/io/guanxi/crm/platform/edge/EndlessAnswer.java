package io.guanxi.crm.platform.edge;

/**
 * The mark of a request whose answer goes on as long as the client listens. An exchange doesn't wait for its end; whoever
 * writes the answer ends it when the bundle stops.
 */
public final class EndlessAnswer {

    /** Request attribute, to be set to true before the first dispatch of the request returns. */
    public static final String ATTRIBUTE = "io.guanxi.crm.edge.endless";

    private EndlessAnswer() {}
}
