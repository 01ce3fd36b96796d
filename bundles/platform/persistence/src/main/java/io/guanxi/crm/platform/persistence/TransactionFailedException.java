package io.guanxi.crm.platform.persistence;

/** The transaction could not be begun or ended; nothing of it is stored. */
public class TransactionFailedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public TransactionFailedException(Exception cause) {
        super("transaction failed", cause);
    }
}
