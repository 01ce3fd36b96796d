/** What records are made of: the fields of every type, those of the modules and those that enterprises add at run time. */
@Export
@Version("1.0.0")
@NullMarked
package io.guanxi.crm.platform.fields;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
