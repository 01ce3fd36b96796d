@NullMarked
package io.guanxi.crm.platform.query;

import org.jspecify.annotations.NullMarked;
