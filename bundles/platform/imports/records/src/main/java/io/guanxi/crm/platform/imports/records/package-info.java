/** What all targets of imports do with the records of a chunk: custom values, history, events, undo. */
@Export
@Version("1.0.0")
@NullMarked
package io.guanxi.crm.platform.imports.records;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
