package io.guanxi.crm.platform.edge.internal;

import java.util.Collections;
import java.util.Optional;
import javax.servlet.http.HttpServletRequest;

/**
 * Addresses and headers that are longer than is allowed. The HTTP service has bounds of its own, which must lie above: what it
 * refuses never reaches us, and its answer is no problem document.
 */
final class Oversize {

    private Oversize() {}

    static Optional<Refusal> refuse(HttpServletRequest request, EdgeSettings.Limits limits) {
        String query = request.getQueryString();
        int address = request.getRequestURI().length() + (query == null ? 0 : query.length() + 1);
        if (address > limits.addressMaxBytes()) {
            return Optional.of(Refusal.addressTooLong(limits.addressMaxBytes()));
        }
        return headers(request) > limits.headersMaxBytes()
                ? Optional.of(Refusal.headersTooLong(limits.headersMaxBytes()))
                : Optional.empty();
    }

    /** As on the wire: name, colon, blank, value, line end. */
    private static int headers(HttpServletRequest request) {
        int length = 0;
        for (String name : Collections.list(request.getHeaderNames())) {
            for (String value : Collections.list(request.getHeaders(name))) {
                length += name.length() + value.length() + 4;
            }
        }
        return length;
    }
}
