/** Karaf commands of reporting. */
@NullMarked
package io.guanxi.crm.reporting.shell;

import org.jspecify.annotations.NullMarked;
