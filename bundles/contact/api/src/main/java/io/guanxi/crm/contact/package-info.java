/** The contact log: every exchange with a customer. */
@Export
@Version("1.0.0")
@NullMarked
package io.guanxi.crm.contact;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
