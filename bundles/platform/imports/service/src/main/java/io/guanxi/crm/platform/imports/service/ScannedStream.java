package io.guanxi.crm.platform.imports.service;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;

/** Looks at what it writes. */
final class ScannedStream extends FilterOutputStream {

    private final TextScan scan;

    ScannedStream(OutputStream out, TextScan scan) {
        super(out);
        this.scan = scan;
    }

    @Override
    public void write(int b) throws IOException {
        write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        byte[] part = offset == 0 ? bytes : java.util.Arrays.copyOfRange(bytes, offset, offset + length);
        scan.accept(part, length);
        out.write(bytes, offset, length);
    }
}
