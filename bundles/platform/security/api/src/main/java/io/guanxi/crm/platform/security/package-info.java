/** Who is calling, and what may they do. */
@Export
@Version("2.1.0")
@NullMarked
package io.guanxi.crm.platform.security;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
