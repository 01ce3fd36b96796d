/** News of what changed: written in the transaction that made it true, delivered in order, at least once. */
@Export
@Version("1.0.0")
@NullMarked
package io.guanxi.crm.platform.events;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
