@NullMarked
package io.guanxi.crm.platform.edge.internal;

import org.jspecify.annotations.NullMarked;
