package io.guanxi.crm.platform.edge.internal;

import io.guanxi.crm.platform.edge.EndlessAnswer;
import io.guanxi.crm.platform.problem.CrmException;
import io.guanxi.crm.platform.security.Caller;
import io.guanxi.crm.platform.security.Callers;
import io.guanxi.crm.platform.security.Origin;
import java.io.IOException;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
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
    private final Lanes lanes;
    private final Entrance entrance;

    ModuleFilter(String module, Gate gate, Entrance entrance) {
        this.module = module;
        this.gate = gate;
        this.lanes = Lanes.of(gate, entrance.settings());
        this.entrance = entrance;
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
        Passage passage = Passage.of(gate, lanes, entrance.log(), request, (HttpServletResponse) servletResponse);
        HttpServletResponse response = passage.response();
        SecurityHeaders.set(response);
        response.setHeader("Cache-Control", "no-store");
        response.setHeader(Passage.REQUEST_ID, passage.requestId());
        Optional<Refusal> refusal =
                Oversize.refuse(request, entrance.settings().limits()).or(() -> Unreadable.refuse(request));
        if (request.getMethod().equals("TRACE")) {
            refuse(passage, Refusal.noSuchMethod(), request);
        } else if (refusal.isPresent()) {
            refuse(passage, refusal.get(), request);
        } else if (!passage.enter()) {
            passage.leave();
            entrance.waitingRoom().seatBefore(gate, passage, request);
        } else if (!passage.enterLane()) {
            // Not counted while it waits: an exchange need not wait for it.
            passage.leave();
            queue(passage, request);
        } else {
            serve(passage, request, response, chain);
        }
    }

    private void queue(Passage passage, HttpServletRequest request) throws IOException {
        if (passage.lane().isFull()) {
            refuse(passage, Refusal.overloaded(), request);
        } else {
            Duration patience = gate.justOpened()
                    ? WaitingRoom.PATIENCE
                    : entrance.settings().limits().patience();
            entrance.waitingRoom().seatInLine(passage, patience, request);
        }
    }

    private void serve(Passage passage, HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        MDC.put("requestId", passage.requestId());
        boolean goesOn = false;
        Origin.bind(new Origin(Objects.requireNonNullElse(request.getRemoteAddr(), ""), ""));
        try {
            admit(passage, request);
            Callers.bind(passage.caller());
            Optional<KeyedRequest> keyed = KeyedRequest.of(entrance.replies(), passage.caller(), request, response);
            if (keyed.isPresent()) {
                keyed.get().serve(chain);
            } else {
                chain.doFilter(request, response);
                goesOn =
                        request.isAsyncStarted() && !Boolean.TRUE.equals(request.getAttribute(EndlessAnswer.ATTRIBUTE));
                if (goesOn) {
                    passage.continueAsync();
                }
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
            Origin.bind(null);
            MDC.remove("requestId");
            if (!goesOn) {
                passage.finish();
            }
        }
    }

    private void admit(Passage passage, HttpServletRequest request) {
        if (!passage.isAdmitted()) {
            Caller caller = Doorman.isPublic(module, request)
                    ? null
                    : entrance.doorman().admit(request);
            if (caller != null) {
                entrance.rates().count(caller);
            }
            passage.admit(caller);
        }
    }

    private static void refuse(Passage passage, Refusal refusal, HttpServletRequest request) throws IOException {
        refuse(refusal, request, passage.response());
        passage.finish();
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
