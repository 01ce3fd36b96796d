package io.guanxi.crm.customer;

import io.guanxi.crm.platform.security.Holder;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;

/** Whom customers belong to, and who else is let in on them. Calls join the caller's transaction, or run in their own. */
@ProviderType
public interface CustomerShares {

    /**
     * Gives a customer to another owner, whose department it goes to, or to the public pool. To whom it belongs already, it stays.
     *
     * @param owner id of an enabled user; empty: the pool
     * @return whom it belongs to now; the caller may reach it no longer
     * @throws UnknownCustomerException if the caller reaches no such customer
     * @throws io.guanxi.crm.platform.problem.ForbiddenException if it is shared with the caller for reading
     * @throws io.guanxi.crm.platform.problem.InvalidValueException if there is no such user, or a disabled one
     */
    Ownership transfer(CustomerId id, Optional<Long> owner);

    /**
     * The shares that have not ended, users first.
     *
     * @throws UnknownCustomerException if the caller reaches no such customer
     */
    List<Share> of(CustomerId id);

    /**
     * Lets somebody in; a share they have already is replaced.
     *
     * @param until empty: without an end
     * @throws UnknownCustomerException if the caller reaches no such customer
     * @throws io.guanxi.crm.platform.problem.InvalidValueException if there is no such user, team or department, the user is the
     *     owner or the caller, or the end has passed
     */
    Share share(CustomerId id, Holder holder, boolean writable, Optional<Instant> until);

    /** Ends a share; one that is not there is none. */
    void withdraw(CustomerId id, Holder holder);
}
