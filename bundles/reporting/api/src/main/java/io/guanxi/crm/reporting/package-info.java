/** Reports: what the records add up to. */
@Export
@Version("1.0.0")
@NullMarked
package io.guanxi.crm.reporting;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
