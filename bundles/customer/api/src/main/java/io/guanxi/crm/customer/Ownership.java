package io.guanxi.crm.customer;

import java.util.Optional;

/**
 * Whom a customer belongs to.
 *
 * @param owner id of the user; empty: the customer is in the public pool, which everybody reaches
 * @param department id of the owner's department when they became the owner
 */
public record Ownership(Optional<Long> owner, Optional<Long> department) {

    /** In the public pool. */
    public static final Ownership POOL = new Ownership(Optional.empty(), Optional.empty());
}
