/** What is asked of a list: a filter, an order, a position. Text is parsed once; everything after works with values. */
@Export
@Version("1.0.0")
@NullMarked
package io.guanxi.crm.platform.query;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
