/** Rights to the fields of records: what services of record types use to hide values, and to keep those that were hidden. */
@Export
@Version("1.0.0")
@NullMarked
package io.guanxi.crm.platform.fields.rights;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
