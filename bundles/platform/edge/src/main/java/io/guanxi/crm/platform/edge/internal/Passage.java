package io.guanxi.crm.platform.edge.internal;

import io.guanxi.crm.platform.security.Caller;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.servlet.AsyncEvent;
import javax.servlet.AsyncListener;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

/** One request on its way through the edge, over all its dispatches. */
final class Passage implements AsyncListener {

    static final String REQUEST_ID = "X-Request-Id";

    private static final String ATTRIBUTE = Passage.class.getName();

    private final Gate gate;
    private final Lane lane;
    private final RequestLog log;
    private final HttpServletRequest request;
    private final CountedResponse response;
    private final String requestId;
    private final long startedAt = System.nanoTime();
    private final AtomicBoolean inside = new AtomicBoolean();
    private final AtomicBoolean inLane = new AtomicBoolean();
    private final AtomicBoolean finished = new AtomicBoolean();
    private volatile boolean admitted;
    private volatile @Nullable Caller caller;

    private Passage(Gate gate, Lane lane, RequestLog log, HttpServletRequest request, HttpServletResponse response) {
        this.gate = gate;
        this.lane = lane;
        this.log = log;
        this.request = request;
        this.response = new CountedResponse(response);
        this.requestId = requestId(request.getHeader(REQUEST_ID));
    }

    static Passage of(
            Gate gate, Lanes lanes, RequestLog log, HttpServletRequest request, HttpServletResponse response) {
        if (request.getAttribute(ATTRIBUTE) instanceof Passage known) {
            return known;
        }
        Passage passage = new Passage(gate, lanes.of(request), log, request, response);
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

    /** The response, to be used instead of the one that came. */
    HttpServletResponse response() {
        return response;
    }

    Lane lane() {
        return lane;
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

    /** True where the request may use a thread now: it has a place in its lane, or goes on with what it has begun. */
    boolean enterLane() {
        if (inLane.get() || admitted) {
            return true;
        }
        boolean entered = lane.enter();
        inLane.set(entered);
        return entered;
    }

    /** Somebody left the lane, and this request has its place. */
    void takeLane() {
        inLane.set(true);
    }

    /** Goes on after the current dispatch without a thread; ends when the container says so. */
    void continueAsync() {
        request.getAsyncContext().addListener(this);
        leaveLane();
    }

    void leave() {
        leaveLane();
        if (inside.compareAndSet(true, false)) {
            gate.leave();
        }
    }

    private void leaveLane() {
        if (inLane.compareAndSet(true, false)) {
            lane.leave();
        }
    }

    /** Answered, whatever the answer. */
    void finish() {
        leave();
        if (finished.compareAndSet(false, true)) {
            Caller by = caller;
            log.add(new RequestLog.Entry(
                    requestId,
                    by == null ? "-" : by.name(),
                    request.getMethod(),
                    request.getRequestURI(),
                    response.getStatus(),
                    waitedNanos() / 1_000_000,
                    response.bytes()));
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
        finish();
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
