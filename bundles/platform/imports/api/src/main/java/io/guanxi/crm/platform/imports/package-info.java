/** Importing records from files: what a module offers as a target, and how an import is started and watched. */
@Export
@Version("1.0.0")
@NullMarked
package io.guanxi.crm.platform.imports;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
