package io.guanxi.crm.platform.imports.service;

import java.io.IOException;
import java.nio.file.Path;

/** A stored file and how to read it. */
record CsvSource(Path file, long size, Encoding encoding, Header header) {

    /** Opens it behind its header. */
    CsvRows open() throws IOException {
        CsvRows rows = CsvRows.open(file, encoding, header.separator(), header.width());
        rows.next();
        return rows;
    }
}
