package io.guanxi.crm.platform.imports.service;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** The folder where uploads wait until their import is over; it outlives the process. */
final class Spool {

    private static final String PREFIX = "import-";
    /** Rows taken from a workbook; each begins with its number there. */
    private static final String NUMBERED = ".rows.csv";

    private final Path folder;
    private final long largest;
    private final Workbooks workbooks;
    private final String node;

    Spool(Path folder, long largest, Workbooks workbooks) {
        this.folder = folder;
        this.largest = largest;
        this.workbooks = workbooks;
        try {
            Files.createDirectories(folder);
            this.node = node(folder.resolve("node"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The folder's own name: of several nodes over one database each goes on with the files that it has. */
    private static String node(Path file) throws IOException {
        if (!Files.exists(file)) {
            Path fresh = Files.createTempFile(file.getParent(), "node", ".new");
            Files.writeString(fresh, UUID.randomUUID().toString());
            Files.move(fresh, file);
        }
        return Files.readString(file);
    }

    String node() {
        return node;
    }

    static boolean isNumbered(Path file) {
        return String.valueOf(file.getFileName()).endsWith(NUMBERED);
    }

    /** Deletes what no job needs any more. */
    void keepOnly(Set<String> needed) {
        try (DirectoryStream<Path> left = Files.newDirectoryStream(folder, PREFIX + "*")) {
            for (Path file : left) {
                if (!needed.contains(String.valueOf(file.getFileName()))) {
                    Files.delete(file);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Keeps the upload; of a workbook, the rows of its first sheet.
     *
     * @throws io.guanxi.crm.platform.imports.UnreadableFileException where it grows too large, or is a broken workbook
     */
    StoredFile store(InputStream in) throws IOException {
        StoredFile file = new StoredFile(Files.createTempFile(folder, PREFIX, ".csv"), new TextScan());
        boolean done = false;
        try {
            copy(in, file);
            StoredFile kept = Magic.isZip(file.scan()) ? rows(file) : file;
            done = true;
            return kept;
        } finally {
            if (!done) {
                file.delete();
            }
        }
    }

    /** The file of an earlier run. */
    Optional<StoredFile> reopen(String name) throws IOException {
        Path path = folder.resolve(name);
        if (!Files.exists(path)) {
            return Optional.empty();
        }
        StoredFile file = new StoredFile(path, new TextScan());
        try (InputStream in = Files.newInputStream(path)) {
            byte[] buffer = new byte[64 * 1024];
            for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                file.scan().accept(buffer, n);
            }
        }
        return Optional.of(file);
    }

    private StoredFile rows(StoredFile workbook) throws IOException {
        StoredFile rows = new StoredFile(Files.createTempFile(folder, PREFIX, NUMBERED), new TextScan());
        boolean done = false;
        try (OutputStream out = Files.newOutputStream(rows.path())) {
            workbooks.convert(workbook.path(), new ScannedStream(out, rows.scan()));
            done = true;
        } finally {
            workbook.delete();
            if (!done) {
                rows.delete();
            }
        }
        force(rows.path());
        return rows;
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
        force(file.path());
    }

    /** On the disk before the job is in the database: a loss of power must not leave a job without its file. */
    private static void force(Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            channel.force(true);
        }
    }
}
