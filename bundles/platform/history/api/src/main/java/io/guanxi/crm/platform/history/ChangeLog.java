package io.guanxi.crm.platform.history;

import java.util.List;
import org.osgi.annotation.versioning.ProviderType;

/** Where services leave what they changed. */
@ProviderType
public interface ChangeLog {

    /** Stores the changes in the caller's transaction, all in one batch. */
    void record(List<Change> changes);

    default void record(Change change) {
        record(List.of(change));
    }

    /** A log that keeps nothing, for plain Java. */
    static ChangeLog none() {
        return changes -> {};
    }
}
