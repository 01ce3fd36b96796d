/** Karaf commands of the contact log. */
@NullMarked
package io.guanxi.crm.contact.shell;

import org.jspecify.annotations.NullMarked;
