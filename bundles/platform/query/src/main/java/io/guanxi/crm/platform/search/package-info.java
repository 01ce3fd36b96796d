/** Search boxes: what records are found by, as rows of a table that one range of one index answers on every database. */
@Export
@Version("1.0.0")
@NullMarked
package io.guanxi.crm.platform.search;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
