package io.guanxi.crm.platform.imports.service;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** The folder where uploads wait. */
final class Spool {

    private static final String PREFIX = "import-";

    private final Path folder;
    private final long largest;

    /** Opens the folder, and empties it of what an earlier run has left. */
    Spool(Path folder, long largest) {
        this.folder = folder;
        this.largest = largest;
        try {
            Files.createDirectories(folder);
            try (DirectoryStream<Path> left = Files.newDirectoryStream(folder, PREFIX + "*.csv")) {
                for (Path file : left) {
                    Files.delete(file);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** @throws io.guanxi.crm.platform.imports.UnreadableFileException where it grows too large */
    StoredFile store(InputStream in) throws IOException {
        StoredFile file = new StoredFile(Files.createTempFile(folder, PREFIX, ".csv"), new TextScan());
        boolean done = false;
        try {
            copy(in, file);
            done = true;
            return file;
        } finally {
            if (!done) {
                file.close();
            }
        }
    }

    private void copy(InputStream in, StoredFile file) throws IOException {
        byte[] buffer = new byte[64 * 1024];
        try (OutputStream out = Files.newOutputStream(file.path())) {
            for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                file.scan().accept(buffer, n);
                if (file.scan().size() > largest) {
                    throw Unreadable.tooLarge(largest);
                }
                out.write(buffer, 0, n);
            }
        }
    }
}
