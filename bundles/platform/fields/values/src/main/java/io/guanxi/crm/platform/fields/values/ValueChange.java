package io.guanxi.crm.platform.fields.values;

import io.guanxi.crm.platform.fields.CustomValues;

/**
 * The custom values of a record, to be written.
 *
 * @param before as they lie in the tables; none for a new record
 */
public record ValueChange(long record, CustomValues before, CustomValues after) {}
