package io.guanxi.crm.platform.imports;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.osgi.annotation.versioning.ProviderType;

/** Starts imports and tells how they go. Each runs as a job in the caller's name. */
@ProviderType
public interface Imports {

    /**
     * Stores the file, looks at its head and queues the job.
     *
     * @throws UnreadableFileException where the file can't be imported at all
     * @throws io.guanxi.crm.platform.problem.InvalidValueException for an unknown type
     */
    ImportJob start(ImportRequest request, InputStream file) throws IOException;

    Optional<ImportJob> find(long id);

    /** Newest first, behind the given id (exclusive) where one is given. */
    List<ImportJob> list(Optional<Long> before, int limit);

    /** All rejected rows, by line. */
    void rejections(long id, Consumer<Rejection> consumer);

    /** Asks the job to stop after its current chunk; what was written stays. False where it is over already. */
    boolean cancel(long id);

    /** The record types that can be imported now. */
    List<ImportTarget> targets();
}
