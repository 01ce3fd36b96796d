/** Who changed which field of which record, and when: written in the transaction of the change, never altered. */
@Export
@Version("1.0.0")
@NullMarked
package io.guanxi.crm.platform.history;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
