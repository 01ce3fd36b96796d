package io.guanxi.crm.platform.security;

import io.guanxi.crm.platform.problem.Text;

/**
 * What could not be taken over; what there was stays as it is.
 *
 * @param recordType {@code user}, {@code department}, or {@code provider} for all at once
 * @param externalId as the provider calls it
 * @param name of the user or department
 * @param code such as {@code name-taken}
 */
public record SyncConflict(String recordType, String externalId, String name, String code, Text text) {}
