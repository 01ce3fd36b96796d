/** Interactions from files. */
@NullMarked
package io.guanxi.crm.contact.service.imports;

import org.jspecify.annotations.NullMarked;
