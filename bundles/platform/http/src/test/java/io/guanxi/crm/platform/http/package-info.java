@NullMarked
package io.guanxi.crm.platform.http;

import org.jspecify.annotations.NullMarked;
