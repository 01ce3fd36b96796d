@NullMarked
package io.guanxi.crm.platform.ui.shell;

import org.jspecify.annotations.NullMarked;
