package io.guanxi.crm.platform.web;

import io.guanxi.crm.platform.http.TooLargeException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/** Ends an upload that is longer than is allowed, at once where its length is announced. */
final class UploadLimit extends FilterInputStream {

    private final long limit;
    private long read;

    private UploadLimit(InputStream in, long limit) {
        super(in);
        this.limit = limit;
    }

    static InputStream on(InputStream in, @Nullable String announced, long limit) {
        boolean known = announced != null && announced.matches("[0-9]{1,18}");
        if (known && Long.parseLong(announced) > limit) {
            throw new TooLargeException(limit);
        }
        return new UploadLimit(in, limit);
    }

    @Override
    public int read() throws IOException {
        int b = super.read();
        count(b < 0 ? 0 : 1);
        return b;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        int n = super.read(buffer, offset, length);
        count(Math.max(n, 0));
        return n;
    }

    private void count(int bytes) {
        read += bytes;
        if (read > limit) {
            throw new TooLargeException(limit);
        }
    }
}
