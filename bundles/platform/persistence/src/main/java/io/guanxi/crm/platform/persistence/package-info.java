/** Transactions, ids and rows over the one data source, on Derby and PostgreSQL alike. */
@Export
@Version("1.0.0")
@NullMarked
package io.guanxi.crm.platform.persistence;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
