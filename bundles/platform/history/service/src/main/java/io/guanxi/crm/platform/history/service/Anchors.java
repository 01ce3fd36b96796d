package io.guanxi.crm.platform.history.service;

import io.guanxi.crm.platform.audit.SealHead;
import io.guanxi.crm.platform.persistence.PrivateFile;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A file beside the database that remembers every seal this node has made: a line each of number, position, hash and time.
 * Whoever can change the database alone can't make it forget.
 */
final class Anchors {

    /** The name the log knows them by. */
    static final String LOGGER = "io.guanxi.crm.audit";

    private static final Logger LOG = LoggerFactory.getLogger(LOGGER);

    private final Path file;

    Anchors(Path file) {
        this.file = file;
    }

    /** A seal that was made. */
    record Anchor(long number, long position, String hash) {}

    Path file() {
        return file;
    }

    synchronized void add(SealHead head) {
        LOG.info("seal {} up to position {}: {}", head.number(), head.position(), head.hash());
        String line = head.number() + " " + head.position() + " " + head.hash() + " " + head.at() + "\n";
        try {
            if (!Files.exists(file)) {
                PrivateFile.create(file, new byte[0]);
            }
            Files.writeString(file, line, StandardCharsets.US_ASCII, StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException("can't write " + file, e);
        }
    }

    /** Reads them from the first on; none where there is no file. */
    Cursor read() {
        try {
            return new Cursor(Files.newBufferedReader(file, StandardCharsets.US_ASCII));
        } catch (NoSuchFileException e) {
            return new Cursor(null);
        } catch (IOException e) {
            throw new UncheckedIOException("can't read " + file, e);
        }
    }

    /** Goes through the file once. */
    static final class Cursor implements AutoCloseable {

        private static final String NUMBER = "[0-9]{1,18}";

        private final @Nullable BufferedReader lines;

        private Cursor(@Nullable BufferedReader lines) {
            this.lines = lines;
        }

        /** Lines that aren't anchors, such as one that a crash broke off, are passed over. */
        Optional<Anchor> next() {
            if (lines == null) {
                return Optional.empty();
            }
            try {
                for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                    String[] parts = line.split(" ", -1);
                    if (parts.length == 4 && parts[0].matches(NUMBER) && parts[1].matches(NUMBER)) {
                        return Optional.of(new Anchor(Long.parseLong(parts[0]), Long.parseLong(parts[1]), parts[2]));
                    }
                }
                return Optional.empty();
            } catch (IOException e) {
                throw new UncheckedIOException("can't read the anchors", e);
            }
        }

        @Override
        public void close() {
            try {
                if (lines != null) {
                    lines.close();
                }
            } catch (IOException e) {
                throw new UncheckedIOException("can't close the anchors", e);
            }
        }
    }
}
