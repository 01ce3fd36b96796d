/** The platform's commands in the Karaf console. */
@NullMarked
package io.guanxi.crm.platform.shell;

import org.jspecify.annotations.NullMarked;
