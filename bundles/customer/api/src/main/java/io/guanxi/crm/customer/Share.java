package io.guanxi.crm.customer;

import io.guanxi.crm.platform.security.Holder;
import java.time.Instant;
import java.util.Optional;

/**
 * Somebody who is let in on a customer beside its owner.
 *
 * @param writable true: they may also change it, within their roles
 * @param until when it ends; empty: it doesn't
 */
public record Share(Holder holder, boolean writable, Optional<Instant> until, Instant createdAt, String createdBy) {}
