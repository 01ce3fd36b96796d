package io.guanxi.crm.platform.edge.internal;

import io.guanxi.crm.platform.security.Caller;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.servlet.AsyncEvent;
import javax.servlet.AsyncListener;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One request on its way through the edge, over all its dispatches. */
final class Passage implements AsyncListener {

    private static final Logger ACCESS = LoggerFactory.getLogger("io.guanxi.crm.access");
    private static final String ATTRIBUTE = Passage.class.getName();

    private final Gate gate;
    private final HttpServletRequest request;
    private final HttpServletResponse response;
    private final String requestId;
    private final String what;
    private final long startedAt = System.nanoTime();
    private final AtomicBoolean inside = new AtomicBoolean();
    private volatile boolean admitted;
    private volatile @Nullable Caller caller;

    private Passage(Gate gate, HttpServletRequest request, HttpServletResponse response) {
        this.gate = gate;
        this.request = request;
        this.response = response;
        this.requestId = requestId(request.getHeader("X-Request-Id"));
        this.what = request.getMethod() + " " + request.getRequestURI();
    }

    static Passage of(Gate gate, HttpServletRequest request, HttpServletResponse response) {
        if (request.getAttribute(ATTRIBUTE) instanceof Passage known) {
            return known;
        }
        Passage passage = new Passage(gate, request, response);
        request.setAttribute(ATTRIBUTE, passage);
        return passage;
    }

    private static String requestId(@Nullable String sent) {
        return sent != null && sent.matches("[A-Za-z0-9._-]{1,64}")
                ? sent
                : UUID.randomUUID().toString();
    }

    String requestId() {
        return requestId;
    }

    long waitedNanos() {
        return System.nanoTime() - startedAt;
    }

    /** True where the request is inside now, or was already. */
    boolean enter() {
        if (inside.get()) {
            return true;
        }
        boolean entered = gate.enter();
        inside.set(entered);
        return entered;
    }

    /** Goes on after the current dispatch; ends when the container says so. */
    void continueAsync() {
        request.getAsyncContext().addListener(this);
    }

    void leave() {
        if (inside.compareAndSet(true, false)) {
            gate.leave();
            Caller by = caller;
            ACCESS.debug(
                    "{} {} {} {} {} ms",
                    requestId,
                    by == null ? "-" : by.name(),
                    what,
                    response.getStatus(),
                    waitedNanos() / 1_000_000);
        }
    }

    boolean isAdmitted() {
        return admitted;
    }

    @Nullable Caller caller() {
        return caller;
    }

    void admit(@Nullable Caller by) {
        caller = by;
        admitted = true;
    }

    @Override
    public void onComplete(AsyncEvent event) {
        leave();
    }

    @Override
    public void onTimeout(AsyncEvent event) {
        // the container completes the request afterwards
    }

    @Override
    public void onError(AsyncEvent event) {
        // the container completes the request afterwards
    }

    @Override
    public void onStartAsync(AsyncEvent event) {
        event.getAsyncContext().addListener(this);
    }
}
