package io.guanxi.crm.platform.edge.internal;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UnsupportedEncodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import javax.servlet.AsyncContext;
import javax.servlet.ReadListener;
import javax.servlet.ServletInputStream;
import javax.servlet.ServletRequest;
import javax.servlet.ServletResponse;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletRequestWrapper;
import org.jspecify.annotations.Nullable;

/** Takes the fingerprint of a request while its body streams through; the body is never kept. */
final class HashedRequest extends HttpServletRequestWrapper {

    private final MessageDigest digest;
    private @Nullable ServletInputStream body;
    private @Nullable String fingerprint;

    HashedRequest(HttpServletRequest request) {
        super(request);
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
        String target = request.getMethod() + " " + request.getRequestURI() + "?" + request.getQueryString() + "\n";
        digest.update(target.getBytes(StandardCharsets.UTF_8));
    }

    /** SHA-256 over method, address and body, in hex; reads what is left of the body. */
    String fingerprint() throws IOException {
        String known = fingerprint;
        if (known == null) {
            byte[] buffer = new byte[8192];
            ServletInputStream in = getInputStream();
            while (in.read(buffer) >= 0) {
                // hashed on the way
            }
            known = HexFormat.of().formatHex(digest.digest());
            fingerprint = known;
        }
        return known;
    }

    @Override
    public ServletInputStream getInputStream() throws IOException {
        ServletInputStream in = body;
        if (in == null) {
            in = new Hashed(super.getInputStream());
            body = in;
        }
        return in;
    }

    @Override
    public BufferedReader getReader() throws IOException {
        String name = getCharacterEncoding();
        try {
            return new BufferedReader(new InputStreamReader(
                    getInputStream(),
                    name == null ? "UTF-8" : Charset.forName(name).name()));
        } catch (IllegalArgumentException e) {
            throw new UnsupportedEncodingException(name);
        }
    }

    /** The reply is kept when the thread comes back. */
    @Override
    public boolean isAsyncSupported() {
        return false;
    }

    @Override
    public AsyncContext startAsync() {
        throw new IllegalStateException("a request with an idempotency key is served in one thread");
    }

    @Override
    public AsyncContext startAsync(ServletRequest request, ServletResponse response) {
        return startAsync();
    }

    private final class Hashed extends ServletInputStream {

        private final ServletInputStream in;

        Hashed(ServletInputStream in) {
            this.in = in;
        }

        @Override
        public int read() throws IOException {
            int b = in.read();
            if (b >= 0) {
                digest.update((byte) b);
            }
            return b;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            int n = in.read(buffer, offset, length);
            if (n > 0) {
                digest.update(buffer, offset, n);
            }
            return n;
        }

        @Override
        public int available() throws IOException {
            return in.available();
        }

        @Override
        public boolean isFinished() {
            return in.isFinished();
        }

        @Override
        public boolean isReady() {
            return in.isReady();
        }

        @Override
        public void setReadListener(ReadListener listener) {
            throw new IllegalStateException("a request with an idempotency key is served in one thread");
        }
    }
}
