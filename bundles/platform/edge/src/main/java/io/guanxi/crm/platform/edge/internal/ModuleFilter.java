package io.guanxi.crm.platform.edge.internal;

import io.guanxi.crm.platform.edge.EndlessAnswer;
import io.guanxi.crm.platform.problem.CrmException;
import io.guanxi.crm.platform.security.Callers;
import java.io.IOException;
import java.util.UUID;
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
import org.slf4j.MDC;

/** Before everything in a module's context: the gate, sign-in, and the caller of the thread. */
final class ModuleFilter implements Filter {

    private static final Logger LOG = LoggerFactory.getLogger(ModuleFilter.class);

    private final String module;
    private final Gate gate;
    private final Doorman doorman;
    private final WaitingRoom waitingRoom;

    ModuleFilter(String module, Gate gate, Doorman doorman, WaitingRoom waitingRoom) {
        this.module = module;
        this.gate = gate;
        this.doorman = doorman;
        this.waitingRoom = waitingRoom;
    }

    @Override
    public void init(FilterConfig config) {
        // everything came with the constructor
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
        Passage passage = Passage.of(gate, request, response);
        SecurityHeaders.set(response);
        response.setHeader("Cache-Control", "no-store");
        response.setHeader("X-Request-Id", passage.requestId());
        if (request.getMethod().equals("TRACE")) {
            Refusal.noSuchMethod().write(request, response);
        } else if (passage.enter()) {
            serve(passage, request, response, chain);
        } else {
            waitingRoom.seat(gate, passage, request, response);
        }
    }

    private void serve(Passage passage, HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        MDC.put("requestId", passage.requestId());
        boolean goesOn = false;
        try {
            if (!passage.isAdmitted()) {
                passage.admit(Doorman.isPublic(module, request) ? null : doorman.admit(request));
            }
            Callers.bind(passage.caller());
            chain.doFilter(request, response);
            goesOn = request.isAsyncStarted() && !Boolean.TRUE.equals(request.getAttribute(EndlessAnswer.ATTRIBUTE));
            if (goesOn) {
                passage.continueAsync();
            }
        } catch (CrmException e) {
            refuse(Refusal.of(e), request, response);
        } catch (IOException | ServletException | RuntimeException e) {
            if (HangUp.is(e)) {
                LOG.debug("client of {} {} hung up", request.getMethod(), request.getRequestURI());
            } else {
                fail(e, request, response);
            }
        } finally {
            Callers.bind(null);
            MDC.remove("requestId");
            if (!goesOn) {
                passage.leave();
            }
        }
    }

    private static void fail(Exception e, HttpServletRequest request, HttpServletResponse response) throws IOException {
        String errorId = UUID.randomUUID().toString();
        LOG.error("{} {} failed, error id {}", request.getMethod(), request.getRequestURI(), errorId, e);
        refuse(Refusal.internalError(errorId), request, response);
    }

    private static void refuse(Refusal refusal, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        if (!response.isCommitted()) {
            response.resetBuffer();
            refusal.write(request, response);
        }
    }
}
