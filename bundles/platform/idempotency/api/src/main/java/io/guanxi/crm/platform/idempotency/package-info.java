/** Requests that are served once, however often they are sent. */
@Export
@Version("1.0.0")
@NullMarked
package io.guanxi.crm.platform.idempotency;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
