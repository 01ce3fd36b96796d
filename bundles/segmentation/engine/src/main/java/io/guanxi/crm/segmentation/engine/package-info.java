/** Scores on columns of primitive arrays; plain Java that runs anywhere. */
@Export
@Version("1.0.0")
@NullMarked
package io.guanxi.crm.segmentation.engine;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
