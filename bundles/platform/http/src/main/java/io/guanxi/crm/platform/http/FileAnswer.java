package io.guanxi.crm.platform.http;

import java.io.IOException;
import java.io.OutputStream;
import java.util.function.Consumer;
import javax.ws.rs.core.StreamingOutput;

/** Records as a file; that they left, and how many, is left in the audit trail. */
public final class FileAnswer implements StreamingOutput {

    private final String type;
    private final Writer writer;
    private volatile Consumer<Long> finished = rows -> {};

    /**
     * @param type plural name on the wire, such as {@code customers}
     */
    public FileAnswer(String type, Writer writer) {
        this.type = type;
        this.writer = writer;
    }

    /** Writes the file. */
    @FunctionalInterface
    public interface Writer {

        /** Gives the number of rows. */
        long write(OutputStream out) throws IOException;
    }

    public String type() {
        return type;
    }

    /** Has it told how many rows there were; -1 where the file broke off. */
    public void onFinish(Consumer<Long> told) {
        this.finished = told;
    }

    @Override
    public void write(OutputStream out) throws IOException {
        long rows = -1;
        try {
            rows = writer.write(out);
        } finally {
            finished.accept(rows);
        }
    }
}
