package io.guanxi.crm.platform.http.internal;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Refuses to go on behind a number of bytes. */
final class LimitedStream extends FilterInputStream {

    private final long limit;
    private long read;

    LimitedStream(InputStream in, long limit) {
        super(in);
        this.limit = limit;
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

    private void count(int bytes) throws ExceededException {
        read += bytes;
        if (read > limit) {
            throw new ExceededException();
        }
    }

    /** More came than the limit; an IOException, which passes Jackson as it is. */
    static final class ExceededException extends IOException {

        private static final long serialVersionUID = 1L;
    }
}
