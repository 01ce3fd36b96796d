/** Karaf commands of the module transaction. */
@NullMarked
package io.guanxi.crm.transaction.shell;

import org.jspecify.annotations.NullMarked;
