/** What is known of a person: given to them, and taken away. */
@Export
@Version("1.0.0")
@NullMarked
package io.guanxi.crm.platform.privacy;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
