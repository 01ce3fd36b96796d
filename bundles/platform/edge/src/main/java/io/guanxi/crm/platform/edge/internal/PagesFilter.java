package io.guanxi.crm.platform.edge.internal;

import java.io.IOException;
import java.util.Optional;
import java.util.Set;
import javax.servlet.Filter;
import javax.servlet.FilterChain;
import javax.servlet.FilterConfig;
import javax.servlet.ServletException;
import javax.servlet.ServletRequest;
import javax.servlet.ServletResponse;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Before the pages, which are public: security headers, and the slash that relative addresses need. */
final class PagesFilter implements Filter {

    private static final Logger LOG = LoggerFactory.getLogger(PagesFilter.class);
    private static final Set<String> READS = Set.of("GET", "HEAD", "OPTIONS");

    @Override
    public void init(FilterConfig config) {
        // nothing to prepare
    }

    @Override
    public void destroy() {
        // nothing is held
    }

    @Override
    public void doFilter(ServletRequest servletRequest, ServletResponse servletResponse, FilterChain chain)
            throws IOException, ServletException {
        HttpServletRequest request = (HttpServletRequest) servletRequest;
        HttpServletResponse response = (HttpServletResponse) servletResponse;
        SecurityHeaders.set(response);
        Optional<Refusal> refusal = Unreadable.refuse(request);
        if (refusal.isPresent()) {
            refusal.get().write(request, response);
        } else if (!READS.contains(request.getMethod())) {
            Refusal.noSuchMethod().write(request, response);
        } else if (request.getRequestURI().equals(request.getContextPath())) {
            response.setStatus(HttpServletResponse.SC_MOVED_PERMANENTLY);
            response.setHeader("Location", request.getContextPath() + "/");
        } else {
            try {
                chain.doFilter(request, response);
            } catch (IOException | ServletException | RuntimeException e) {
                if (!HangUp.is(e)) {
                    throw e;
                }
                LOG.debug("client of {} hung up", request.getRequestURI());
            }
        }
    }
}
