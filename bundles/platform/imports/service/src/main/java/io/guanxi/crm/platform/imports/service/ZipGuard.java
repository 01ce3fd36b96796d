package io.guanxi.crm.platform.imports.service;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Enumeration;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/**
 * Unpacks an archive once to nowhere before anybody else touches it. What the archive says of its sizes is not believed.
 *
 * @param largest bytes that all entries may come to
 * @param texts bytes of the table of texts, which is kept in memory
 */
record ZipGuard(long largest, long texts) {

    private static final int ENTRIES = 2000;
    /** Real sheets come to 50 at most; only repetition for its own sake gets beyond. */
    private static final int RATIO = 200;
    /** Small entries may be as repetitive as they like. */
    private static final long HARMLESS = 1 << 20;

    /** @throws io.guanxi.crm.platform.imports.UnreadableFileException where it is no workbook, or a bomb */
    void check(Path file) throws IOException {
        try (ZipFile zip = new ZipFile(file.toFile())) {
            if (zip.size() > ENTRIES) {
                throw Unreadable.zipBomb();
            }
            if (zip.getEntry("xl/workbook.xml") == null) {
                throw Unreadable.noWorkbook();
            }
            long total = 0;
            for (Enumeration<? extends ZipEntry> all = zip.entries(); all.hasMoreElements(); ) {
                total += unpacked(zip, all.nextElement(), largest - total);
            }
        } catch (ZipException e) {
            throw Unreadable.brokenWorkbook(e);
        }
    }

    private long unpacked(ZipFile zip, ZipEntry entry, long left) throws IOException {
        boolean shared = entry.getName().endsWith("sharedStrings.xml");
        long most = Math.min(left, shared ? texts : Long.MAX_VALUE);
        long allowed = Math.max(HARMLESS, RATIO * Math.max(1, entry.getCompressedSize()));
        long size = 0;
        byte[] buffer = new byte[64 * 1024];
        try (InputStream in = zip.getInputStream(entry)) {
            for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                size += n;
                if (size > most || size > allowed) {
                    throw Unreadable.zipBomb();
                }
            }
        }
        return size;
    }
}
