/** Runs each module's changelog, then lets its persistence unit up. */
@NullMarked
package io.guanxi.crm.platform.schema;

import org.jspecify.annotations.NullMarked;
