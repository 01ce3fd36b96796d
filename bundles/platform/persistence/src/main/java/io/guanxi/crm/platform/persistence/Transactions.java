package io.guanxi.crm.platform.persistence;

import java.util.function.Supplier;
import org.osgi.annotation.versioning.ProviderType;

/** Brackets work into one transaction, whichever modules and persistence units take part in it. */
@ProviderType
public interface Transactions {

    /**
     * Runs the work in the caller's transaction, or in one of its own. Whatever it throws rolls back.
     *
     * @throws io.guanxi.crm.platform.problem.UnavailableException where the database took a transaction begun here back
     *     because another stood in its way
     */
    <T> T call(Supplier<T> work);

    /**
     * Like {@link #call}, for work that bears to be done again since it touches nothing but the database: where it has a
     * transaction of its own and the database ends that for another's sake, it is done anew, three times in all.
     */
    <T> T callRepeatably(Supplier<T> work);

    /** Runs the work in a transaction of its own, whether or not the caller has one. */
    <T> T callAlone(Supplier<T> work);

    /** Like {@link #call} without a result. */
    default void run(Runnable work) {
        call(() -> {
            work.run();
            return 0;
        });
    }

    /** Runs the action once the caller's transaction has committed; at once where there is none. */
    void afterCommit(Runnable action);
}
