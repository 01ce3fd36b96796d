package io.guanxi.crm.platform.edge.internal;

import io.guanxi.crm.platform.edge.SecretAnswer;
import io.guanxi.crm.platform.idempotency.Reply;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.Charset;
import java.util.Optional;
import javax.servlet.ServletOutputStream;
import javax.servlet.WriteListener;
import javax.servlet.http.HttpServletResponse;
import javax.servlet.http.HttpServletResponseWrapper;
import org.jspecify.annotations.Nullable;

/** Holds the body of a response back until what it tells has been committed. Status and headers wait in the response itself. */
final class HeldResponse extends HttpServletResponseWrapper {

    private final ByteArrayOutputStream body = new ByteArrayOutputStream();
    private final ServletOutputStream out = new Held();
    private @Nullable PrintWriter writer;
    private @Nullable Reply reply;

    HeldResponse(HttpServletResponse response) {
        super(response);
    }

    /** The response as a reply to the request with this fingerprint. */
    Reply reply(String fingerprint) {
        PrintWriter chars = writer;
        if (chars != null) {
            chars.flush();
        }
        Reply made = new Reply(
                fingerprint,
                getStatus(),
                Optional.ofNullable(getContentType()),
                Optional.ofNullable(getHeader("Location")),
                Optional.ofNullable(getHeader("ETag")),
                containsHeader(SecretAnswer.HEADER) ? new byte[0] : body.toByteArray());
        reply = made;
        return made;
    }

    @SuppressWarnings("ReferenceEquality") // an equal reply of another node is still another
    boolean isOf(Reply other) {
        return reply == other;
    }

    void send() throws IOException {
        getResponse().setContentLength(body.size());
        body.writeTo(getResponse().getOutputStream());
    }

    @Override
    public ServletOutputStream getOutputStream() {
        return out;
    }

    @Override
    public PrintWriter getWriter() {
        PrintWriter chars = writer;
        if (chars == null) {
            chars = new PrintWriter(new OutputStreamWriter(out, Charset.forName(getCharacterEncoding())));
            writer = chars;
        }
        return chars;
    }

    @Override
    public void flushBuffer() {
        // nothing goes out before the end
    }

    @Override
    public void resetBuffer() {
        body.reset();
    }

    @Override
    public void setContentLength(int length) {
        // known when it is sent
    }

    @Override
    public void setContentLengthLong(long length) {
        // known when it is sent
    }

    @Override
    public void sendError(int status) {
        setStatus(status);
        body.reset();
    }

    @Override
    public void sendError(int status, @Nullable String message) {
        sendError(status);
    }

    private final class Held extends ServletOutputStream {

        @Override
        public void write(int b) {
            body.write(b);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) {
            body.write(bytes, offset, length);
        }

        @Override
        public boolean isReady() {
            return true;
        }

        @Override
        public void setWriteListener(WriteListener listener) {
            throw new IllegalStateException("a request with an idempotency key is served in one thread");
        }
    }
}
