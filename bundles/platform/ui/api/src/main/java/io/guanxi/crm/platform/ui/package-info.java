/** Pages of other bundles in the web shell. */
@Export
@Version("1.0.0")
@NullMarked
package io.guanxi.crm.platform.ui;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
