package io.guanxi.crm.platform.views;

import java.time.Instant;

/**
 * A view as the caller sees it.
 *
 * @param standard true where the caller's list opens with it
 * @param owner who made it; only they and administrators change it
 */
public record ListView(long id, long version, ViewData data, boolean standard, String owner, Instant updatedAt) {}
