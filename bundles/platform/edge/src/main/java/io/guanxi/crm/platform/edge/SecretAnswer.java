package io.guanxi.crm.platform.edge;

/** The answer to a request holds a secret that is shown once. */
public final class SecretAnswer {

    /**
     * A response header; whatever its value, the answer's body is not kept for a repetition of the request under the same
     * {@code Idempotency-Key}: the repetition is answered with the same status and headers, and without a body.
     */
    public static final String HEADER = "X-Secret-Answer";

    private SecretAnswer() {}
}
