/** The providers behind every module's application. */
@NullMarked
package io.guanxi.crm.platform.http.internal;

import org.jspecify.annotations.NullMarked;
