/** Views: columns, filter and order of a list under a name. */
@Export
@Version("1.0.0")
@NullMarked
package io.guanxi.crm.platform.views;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
