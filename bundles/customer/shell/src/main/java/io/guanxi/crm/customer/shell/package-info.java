/** Karaf commands of the module customer. */
@NullMarked
package io.guanxi.crm.customer.shell;

import org.jspecify.annotations.NullMarked;
