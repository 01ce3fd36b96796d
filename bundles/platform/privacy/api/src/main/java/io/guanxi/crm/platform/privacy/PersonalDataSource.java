package io.guanxi.crm.platform.privacy;

import io.guanxi.crm.platform.problem.NotFoundException;
import io.guanxi.crm.platform.problem.Text;
import io.guanxi.crm.platform.security.Action;
import java.util.Set;
import java.util.function.Consumer;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * Extension point: where something is kept of persons; an OSGi service of every module that does. A source that was there
 * once is waited for, by exports and erasures alike, until an administrator says that it won't come back.
 *
 * <p>All calls join the caller's transaction and, {@link #require} aside, are made in the system's name.
 */
@ConsumerType
public interface PersonalDataSource {

    /** Durable name, at most 100 characters, such as {@code customer}. */
    String name();

    /** What people are shown. */
    Text label();

    /** When it erases; records come before copies of them. */
    default Stage stage() {
        return Stage.RECORDS;
    }

    /** Types of its records that stand for a person. */
    default Set<String> subjects() {
        return Set.of();
    }

    /**
     * Lets a caller pass who reaches the record with this action, or throws; asked of a source for its own subjects alone.
     *
     * @throws NotFoundException where there is no such record, or the caller doesn't reach it
     * @throws io.guanxi.crm.platform.problem.InvalidValueException where the record stands for no person
     */
    default void require(Subject subject, Action action) {
        throw new NotFoundException("unknown-record", "There is no such record.", "记录不存在。");
    }

    /** Adds what of its own tells of the person; first asked is who has the subject. */
    default void trace(Subject subject, Traces traces) {}

    /** Gives everything that it keeps of the person and of nobody else, bit by bit. */
    void visit(Subject subject, Traces traces, Consumer<PersonalValue> consumer);

    /**
     * Takes everything away. That it did commits together with what it did, so it is done once; where it throws, it is asked
     * again later.
     *
     * @param traces what there was when erasing began; what is added now is known to the sources that follow
     * @throws NotYetException where something has to end first
     */
    Erased erase(Subject subject, Traces traces);

    /** When a source erases. */
    enum Stage {
        RECORDS,
        /** What was made of records: news, replies, files. When these are looked for, no new ones are made any more. */
        COPIES
    }
}
