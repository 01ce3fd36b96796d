/** Karaf commands of the module contact. */
@NullMarked
package io.guanxi.crm.contact.shell;

import org.jspecify.annotations.NullMarked;
