package io.guanxi.crm.platform.persistence;

import java.util.function.Supplier;
import org.osgi.annotation.versioning.ProviderType;

/** Brackets work into one transaction, whichever modules and persistence units take part in it. */
@ProviderType
public interface Transactions {

    /** Runs the work in the caller's transaction, or in one of its own. Whatever it throws rolls back. */
    <T> T call(Supplier<T> work);

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
