/** The customer archive: who our customers are and how to reach them. */
@Export
@Version("2.0.0")
@NullMarked
package io.guanxi.crm.customer;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
