/** What can go wrong: named exceptions that carry a stable code and their text in both languages. */
@Export
@Version("1.0.0")
@NullMarked
package io.guanxi.crm.platform.problem;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
