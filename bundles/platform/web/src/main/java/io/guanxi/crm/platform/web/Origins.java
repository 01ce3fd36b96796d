package io.guanxi.crm.platform.web;

import io.guanxi.crm.platform.security.Origin;
import java.util.Optional;
import javax.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;

/** Where requests come from. */
final class Origins {

    private Origins() {}

    static Origin of(@Nullable HttpServletRequest request) {
        if (request == null) {
            return Origin.UNKNOWN;
        }
        return new Origin(
                Optional.ofNullable(request.getRemoteAddr()).orElse(""),
                Optional.ofNullable(request.getHeader("User-Agent")).orElse(""));
    }
}
