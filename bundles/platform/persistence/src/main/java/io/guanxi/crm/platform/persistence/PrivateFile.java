package io.guanxi.crm.platform.persistence;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import org.slf4j.LoggerFactory;

/** Files of this node that only the user it runs as may read. */
public final class PrivateFile {

    private PrivateFile() {}

    /** The folder of what must be kept: {@code crm.data}, or Karaf's data folder; empty where there is none. */
    public static Optional<Path> folder() {
        String data = System.getProperty("crm.data", System.getProperty("karaf.data", ""));
        return data.isEmpty() ? Optional.empty() : Optional.of(Path.of(data).toAbsolutePath());
    }

    /**
     * Makes the file where it isn't there yet. Nobody ever reads half of it; the first of two at once wins.
     *
     * @param file with its folder
     */
    public static void create(Path file, byte[] content) throws IOException {
        Path folder = Files.createDirectories(file.toAbsolutePath().getParent());
        Path fresh = Files.createTempFile(folder, "private", ".new", ownerOnly());
        try {
            Files.write(fresh, content);
            Files.createLink(file, fresh);
        } catch (FileAlreadyExistsException e) {
            LoggerFactory.getLogger(PrivateFile.class).debug("{} was just made by somebody else", file);
        } catch (UnsupportedOperationException e) {
            Files.move(fresh, file);
        } finally {
            Files.deleteIfExists(fresh);
        }
    }

    private static FileAttribute<?>[] ownerOnly() {
        return FileSystems.getDefault().supportedFileAttributeViews().contains("posix")
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
                }
                : new FileAttribute<?>[0];
    }
}
