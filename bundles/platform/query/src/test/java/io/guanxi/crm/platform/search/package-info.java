@NullMarked
package io.guanxi.crm.platform.search;

import org.jspecify.annotations.NullMarked;
