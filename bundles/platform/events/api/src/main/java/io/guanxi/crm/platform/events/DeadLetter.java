package io.guanxi.crm.platform.events;

import java.time.Instant;

/**
 * An event that a subscriber could not take.
 *
 * @param attempts how often it was delivered in vain; 0 for an event that only waits behind an earlier one of its record
 * @param error class and first line of what the subscriber threw
 * @param at when it was laid aside
 * @param replaying true while it waits to be delivered again
 */
public record DeadLetter(String subscriber, Event event, int attempts, String error, Instant at, boolean replaying) {}
