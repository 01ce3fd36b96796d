@NullMarked
package io.guanxi.crm.platform.shell;

import org.jspecify.annotations.NullMarked;
