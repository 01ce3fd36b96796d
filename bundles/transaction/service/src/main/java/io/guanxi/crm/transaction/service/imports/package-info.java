/** Orders from files, a thousand at a time: plain statements over the ledger's tables, by the ledger's rules. */
@NullMarked
package io.guanxi.crm.transaction.service.imports;

import org.jspecify.annotations.NullMarked;
