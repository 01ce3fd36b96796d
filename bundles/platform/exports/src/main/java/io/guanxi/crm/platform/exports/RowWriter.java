package io.guanxi.crm.platform.exports;

import java.io.Closeable;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** A file that is being written. */
public interface RowWriter extends Closeable {

    /** @param cells as {@link ExportSource#read} gives them, as many as the header has */
    void write(@Nullable Object[] cells) throws IOException;
}
