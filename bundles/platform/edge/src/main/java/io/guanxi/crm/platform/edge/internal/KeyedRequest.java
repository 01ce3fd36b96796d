package io.guanxi.crm.platform.edge.internal;

import io.guanxi.crm.platform.idempotency.Replies;
import io.guanxi.crm.platform.idempotency.Reply;
import io.guanxi.crm.platform.idempotency.RequestKey;
import io.guanxi.crm.platform.modules.Neighbour;
import io.guanxi.crm.platform.security.Caller;
import java.io.IOException;
import java.util.Optional;
import java.util.function.Supplier;
import javax.servlet.FilterChain;
import javax.servlet.ServletException;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

/** A POST with an {@code Idempotency-Key}: served once, answered as often as it is sent. */
final class KeyedRequest {

    static final String HEADER = "Idempotency-Key";
    static final String REPLAYED = "Idempotency-Replayed";

    private final Neighbour<Replies> replies;
    private final RequestKey key;
    private final HttpServletRequest request;
    private final HttpServletResponse response;

    private KeyedRequest(
            Neighbour<Replies> replies, RequestKey key, HttpServletRequest request, HttpServletResponse response) {
        this.replies = replies;
        this.key = key;
        this.request = request;
        this.response = response;
    }

    /** Empty for other methods, without a key, and for those who aren't signed in: signing in answers with secrets. */
    static Optional<KeyedRequest> of(
            Neighbour<Replies> replies,
            @Nullable Caller caller,
            HttpServletRequest request,
            HttpServletResponse response) {
        String text = request.getHeader(HEADER);
        if (text == null || caller == null || !request.getMethod().equals("POST")) {
            return Optional.empty();
        }
        if (text.length() > RequestKey.LONGEST || !text.matches("[\\x21-\\x7e]([\\x20-\\x7e]*[\\x21-\\x7e])?")) {
            throw new BadKeyException();
        }
        return Optional.of(new KeyedRequest(replies, new RequestKey(caller.name(), text), request, response));
    }

    void serve(FilterChain chain) throws IOException, ServletException {
        HashedRequest hashed = new HashedRequest(request);
        Optional<Reply> known = replies.get().find(key);
        if (known.isPresent()) {
            repeat(known.get(), hashed);
            return;
        }
        HeldResponse held = new HeldResponse(response);
        Reply reply;
        try {
            Supplier<Reply> work = () -> served(chain, hashed, held);
            reply = isLong()
                    ? replies.get().keepAfterwards(key, work)
                    : replies.get().keep(key, work);
        } catch (ChainFailedException e) {
            throw e.failure();
        }
        if (held.isOf(reply)) {
            held.send();
        } else {
            response.reset();
            repeat(reply, hashed);
        }
    }

    private Reply served(FilterChain chain, HashedRequest hashed, HeldResponse held) {
        try {
            chain.doFilter(hashed, held);
            // Of a refusal that isn't kept, what is left of the body doesn't matter, and may be long.
            return held.reply(Reply.isFinal(held.getStatus()) ? hashed.fingerprint() : "");
        } catch (IOException | ServletException e) {
            throw new ChainFailedException(e);
        }
    }

    // What isn't JSON is a file: it may take longer to arrive than a transaction may last.
    private boolean isLong() {
        String type = request.getContentType();
        return type != null && !type.regionMatches(true, 0, "application/json", 0, "application/json".length());
    }

    private void repeat(Reply reply, HashedRequest hashed) throws IOException {
        if (!hashed.fingerprint().equals(reply.fingerprint())) {
            throw new KeyReusedException();
        }
        response.setStatus(reply.status());
        reply.contentType().ifPresent(response::setContentType);
        reply.location().ifPresent(value -> response.setHeader("Location", value));
        reply.eTag().ifPresent(value -> response.setHeader("ETag", value));
        response.setHeader(REPLAYED, "true");
        response.setContentLength(reply.body().length);
        response.getOutputStream().write(reply.body());
    }
}
