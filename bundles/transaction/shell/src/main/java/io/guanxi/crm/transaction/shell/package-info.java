/** Karaf commands of the ledger. */
@NullMarked
package io.guanxi.crm.transaction.shell;

import org.jspecify.annotations.NullMarked;
