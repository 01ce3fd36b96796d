/** Who did what, from where, and whether the trail of it is untouched. */
@Export
@Version("1.1.0")
@NullMarked
package io.guanxi.crm.platform.audit;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
