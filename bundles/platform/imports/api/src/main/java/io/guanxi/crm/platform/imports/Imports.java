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

    /**
     * Looks at a file and writes nothing: what it is made of, which columns it has, what its first rows would come to.
     *
     * @param rows how many to show, at least 1
     * @throws UnreadableFileException where the file can't be read
     * @throws io.guanxi.crm.platform.problem.InvalidValueException for an unknown type
     */
    ImportPreview preview(ImportRequest request, int rows, InputStream file) throws IOException;

    Optional<ImportJob> find(long id);

    /** Newest first, behind the given id (exclusive) where one is given. */
    List<ImportJob> list(Optional<Long> before, int limit);

    /** All rejected rows, by line. */
    void rejections(long id, Consumer<Rejection> consumer);

    /** The header of the file as it was sent; none for an unknown import. */
    List<String> header(long id);

    /** All rejected rows with their cells, by line. */
    void rejectedRows(long id, Consumer<RejectedRow> consumer);

    /**
     * Queues the undo of an import that is over: what it created is archived or cancelled, what it updated gets its values
     * from before, where nobody changed it since.
     *
     * @throws io.guanxi.crm.platform.problem.NotFoundException where there is no such import
     * @throws io.guanxi.crm.platform.problem.ConflictException where there is nothing to undo, or it was asked for before
     */
    ImportJob undo(long id);

    /** The records that an undo left as they are, behind the given position (exclusive, from 0), at most {@code limit}. */
    List<UndoConflict> conflicts(long id, int position, int limit);

    /** Asks the job to stop after its current chunk; what was written stays and can be undone. False where it is over already. */
    boolean cancel(long id);

    /** The record types that can be imported now. */
    List<ImportTarget> targets();
}
