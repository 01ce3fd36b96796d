/** Interactions from files, over a database of their own. */
@org.jspecify.annotations.NullMarked
package io.guanxi.crm.contact.service.imports;
