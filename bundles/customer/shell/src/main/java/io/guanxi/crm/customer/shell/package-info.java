/** Karaf commands of the customer archive. */
@NullMarked
package io.guanxi.crm.customer.shell;

import org.jspecify.annotations.NullMarked;
