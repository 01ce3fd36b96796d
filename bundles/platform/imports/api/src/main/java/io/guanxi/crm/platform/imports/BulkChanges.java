package io.guanxi.crm.platform.imports;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Supplier;
import org.osgi.annotation.versioning.ProviderType;

/** Changes of many records, each a job in the caller's name that goes on after a stop and can be undone. */
@ProviderType
public interface BulkChanges {

    /**
     * Takes down which records are meant and queues the job. What matches a filter later makes no difference.
     *
     * @param ids the next ids at each call, none at the end
     * @param expected how many records the caller has seen
     * @throws io.guanxi.crm.platform.problem.ConflictException where there are more than expected; nothing is changed
     * @throws io.guanxi.crm.platform.problem.InvalidValueException where the type can't do that
     */
    BulkJob start(BulkRequest request, Supplier<long[]> ids, OptionalLong expected);

    /** Empty for those of others, unless the caller is an administrator. */
    Optional<BulkJob> find(long id);

    /** Newest first, behind the given id (exclusive) where one is given. */
    List<BulkJob> list(Optional<Long> before, int limit);

    /** Asks the job to stop after its current records; what was written stays and can be undone. False where it is over. */
    boolean cancel(long id);

    /**
     * Queues the undo of a job that is over.
     *
     * @throws io.guanxi.crm.platform.problem.NotFoundException where there is no such job
     * @throws io.guanxi.crm.platform.problem.ConflictException where there is nothing to undo, or it was asked for before
     */
    BulkJob undo(long id);

    /** The records that were left as they are, behind the given position (exclusive, from 0); {@code line} is the record's id. */
    List<Rejection> rejections(long id, int position, int limit);

    /** The records that an undo left as they are, likewise. */
    List<UndoConflict> conflicts(long id, int position, int limit);
}
