package io.guanxi.crm.platform.edge.internal;

import java.io.IOException;
import javax.servlet.ServletOutputStream;
import javax.servlet.WriteListener;
import javax.servlet.http.HttpServletResponse;
import javax.servlet.http.HttpServletResponseWrapper;
import org.jspecify.annotations.Nullable;

/** Counts the bytes of the body for the log; what goes through a writer, as no answer of ours does, isn't counted. */
final class CountedResponse extends HttpServletResponseWrapper {

    private @Nullable ServletOutputStream out;
    private volatile long bytes;

    CountedResponse(HttpServletResponse response) {
        super(response);
    }

    long bytes() {
        return bytes;
    }

    @Override
    public ServletOutputStream getOutputStream() throws IOException {
        ServletOutputStream counted = out;
        if (counted == null) {
            counted = new Counted(super.getOutputStream());
            out = counted;
        }
        return counted;
    }

    private final class Counted extends ServletOutputStream {

        private final ServletOutputStream to;

        Counted(ServletOutputStream to) {
            this.to = to;
        }

        @Override
        @SuppressWarnings("NonAtomicVolatileUpdate") // one thread at a time writes a response
        public void write(int b) throws IOException {
            to.write(b);
            bytes++;
        }

        @Override
        @SuppressWarnings("NonAtomicVolatileUpdate")
        public void write(byte[] buffer, int offset, int length) throws IOException {
            to.write(buffer, offset, length);
            bytes += length;
        }

        @Override
        public void flush() throws IOException {
            to.flush();
        }

        @Override
        public void close() throws IOException {
            to.close();
        }

        @Override
        public boolean isReady() {
            return to.isReady();
        }

        @Override
        public void setWriteListener(WriteListener listener) {
            to.setWriteListener(listener);
        }
    }
}
