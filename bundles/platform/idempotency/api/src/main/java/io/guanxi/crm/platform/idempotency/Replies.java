package io.guanxi.crm.platform.idempotency;

import java.util.Optional;
import java.util.function.Supplier;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Replies by the key of their request, kept for a day. A reply that reports success commits together with what it reports:
 * after a crash either both are there or neither is, and no key stays taken by a request that never ended.
 */
@ProviderType
public interface Replies {

    /** The reply kept under this key; empty where there is none, or none any more. */
    Optional<Reply> find(RequestKey key);

    /**
     * Does the work and keeps its reply where that {@linkplain Reply#isFinal is final}. The work runs in one transaction,
     * which is rolled back unless the reply is a success.
     *
     * @return the reply to give: that of the work, or one that another node committed in the meantime under the same key,
     *     in which case what the work wrote is rolled back
     * @throws RequestInFlightException where work under this key is going on
     */
    Reply keep(RequestKey key, Supplier<Reply> work);

    /**
     * Like {@link #keep}, for long work that can't be one transaction, such as an upload: it commits as it likes, and the
     * reply right after it. A crash in between leaves the work done and the key free.
     */
    Reply keepAfterwards(RequestKey key, Supplier<Reply> work);
}
