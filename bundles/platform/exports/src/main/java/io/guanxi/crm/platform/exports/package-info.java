/** Exporting records to files: what a module offers, and how it is written as CSV, XLSX or NDJSON. */
@Export
@Version("1.0.0")
@NullMarked
package io.guanxi.crm.platform.exports;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
