/** The HTTP edge: it outlives every exchange of a module, lets requests wait meanwhile, and tells who is calling. */
@Export
@Version("1.0.0")
@NullMarked
package io.guanxi.crm.platform.edge;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
