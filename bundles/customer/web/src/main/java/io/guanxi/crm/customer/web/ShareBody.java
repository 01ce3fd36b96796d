package io.guanxi.crm.customer.web;

import java.time.Instant;
import java.util.Optional;

/**
 * Who is to be let in on a customer.
 *
 * @param writable absent: for reading
 * @param until absent: without an end
 */
public record ShareBody(Optional<HolderView> holder, Optional<Boolean> writable, Optional<Instant> until) {}
