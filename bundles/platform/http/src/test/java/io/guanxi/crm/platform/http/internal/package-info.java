@NullMarked
package io.guanxi.crm.platform.http.internal;

import org.jspecify.annotations.NullMarked;
