package io.guanxi.crm.platform.edge.internal;

import java.io.IOException;
import javax.servlet.ServletException;

/** Carries a checked failure of the filter chain through a transaction, which it rolls back. */
final class ChainFailedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    ChainFailedException(Exception cause) {
        super(cause);
    }

    /** What was carried; an IOException is thrown, anything else returned. */
    ServletException failure() throws IOException {
        if (getCause() instanceof IOException io) {
            throw io;
        }
        return getCause() instanceof ServletException servlet ? servlet : new ServletException(getCause());
    }
}
