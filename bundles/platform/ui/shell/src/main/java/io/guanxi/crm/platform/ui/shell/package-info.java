/** The web shell: serves its own pages and those of every module. */
@NullMarked
package io.guanxi.crm.platform.ui.shell;

import org.jspecify.annotations.NullMarked;
