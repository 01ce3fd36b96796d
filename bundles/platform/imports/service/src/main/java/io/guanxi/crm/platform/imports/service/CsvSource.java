package io.guanxi.crm.platform.imports.service;

import io.guanxi.crm.platform.imports.ImportRequest;
import io.guanxi.crm.platform.imports.ImportTarget;
import io.guanxi.crm.platform.imports.UnreadableFileException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;

/** A stored file and how to read it. */
record CsvSource(Path file, long size, Encoding encoding, Header header) {

    /** @throws UnreadableFileException where it can't be imported */
    static CsvSource of(StoredFile file, ImportRequest request, ImportTarget target) throws IOException {
        Encoding encoding = encoding(file, request);
        Header header = Header.of(file.path(), encoding, target.columns(), request.mapping());
        return new CsvSource(file.path(), file.scan().size(), encoding, header);
    }

    /** @throws UnreadableFileException where it is no text */
    static Encoding encoding(StoredFile file, ImportRequest request) throws IOException {
        if (file.scan().isBlank() && !file.scan().hasNul()) {
            throw Unreadable.empty();
        }
        Optional<UnreadableFileException> format = Magic.refuse(file.scan());
        if (format.isPresent()) {
            throw format.get();
        }
        // what was taken out of a workbook is ours
        return Spool.isNumbered(file.path())
                ? new Encoding(StandardCharsets.UTF_8, 0)
                : Encoding.of(file.path(), file.scan(), request.charset());
    }

    /** Opens it behind its header. */
    CsvRows open() throws IOException {
        CsvRows rows = CsvRows.open(file, encoding, header.separator(), header.width());
        rows.next();
        return rows;
    }
}
