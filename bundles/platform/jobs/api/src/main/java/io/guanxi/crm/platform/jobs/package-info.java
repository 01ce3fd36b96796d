/** Recurring and one-off work, done by one node at a time. */
@Export
@Version("1.0.0")
@NullMarked
package io.guanxi.crm.platform.jobs;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
