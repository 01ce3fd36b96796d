/** Values of custom fields: what the services of record types use to check, read and write them. */
@Export
@Version("1.0.0")
@NullMarked
package io.guanxi.crm.platform.fields.values;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
