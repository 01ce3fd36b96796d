package io.guanxi.crm.platform.imports;

import java.util.Optional;

/**
 * What became of one record.
 *
 * @param changed false where it was already as it should be
 * @param version the record's version afterwards
 * @param before what it takes to bring the record back, in the target's own words; empty where there is no way back
 */
public record BulkStep(boolean changed, long version, Optional<String> before) {}
