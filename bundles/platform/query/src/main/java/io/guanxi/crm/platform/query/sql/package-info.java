/** Filters and pages by key as SQL with bound parameters, with the same outcome on Derby and PostgreSQL. */
@Export
@Version("1.0.0")
@NullMarked
package io.guanxi.crm.platform.query.sql;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
