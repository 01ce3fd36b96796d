package io.guanxi.crm.platform.exports;

import java.io.Closeable;
import java.io.IOException;

/** A file that is being written. */
public interface RowWriter extends Closeable {

    /** @param row as wide as the header is without custom fields */
    void write(ExportRow row) throws IOException;
}
