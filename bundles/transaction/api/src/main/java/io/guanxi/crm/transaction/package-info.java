/** The ledger: orders, deliveries and payments. */
@Export
@Version("1.0.0")
@NullMarked
package io.guanxi.crm.transaction;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
