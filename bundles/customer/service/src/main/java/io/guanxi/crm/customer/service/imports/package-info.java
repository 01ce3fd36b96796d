/** Customers from files, a thousand at a time: plain statements over the archive's tables, by the archive's rules. */
@NullMarked
package io.guanxi.crm.customer.service.imports;

import org.jspecify.annotations.NullMarked;
