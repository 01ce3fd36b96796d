/** How every module speaks HTTP: JSON, problem documents, paging, versions, merge patch. */
@Export
@Version("1.0.0")
@NullMarked
package io.guanxi.crm.platform.http;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
