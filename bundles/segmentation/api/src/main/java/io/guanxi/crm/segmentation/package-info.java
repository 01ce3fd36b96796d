/** Segmentation: which customers are alike. */
@Export
@Version("1.0.0")
@NullMarked
package io.guanxi.crm.segmentation;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
