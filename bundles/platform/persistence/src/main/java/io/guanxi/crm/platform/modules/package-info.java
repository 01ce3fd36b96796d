/** How modules reach one another while any of them may be exchanged. */
@Export
@Version("1.0.0")
@NullMarked
package io.guanxi.crm.platform.modules;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
