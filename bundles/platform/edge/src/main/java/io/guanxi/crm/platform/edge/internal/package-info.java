/** Contexts, gates, sign-in and the exchange itself. */
@NullMarked
package io.guanxi.crm.platform.edge.internal;

import org.jspecify.annotations.NullMarked;
