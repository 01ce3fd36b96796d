/** Deterministic sample data, loaded once into an empty archive. */
@NullMarked
package io.guanxi.crm.sampledata;

import org.jspecify.annotations.NullMarked;
