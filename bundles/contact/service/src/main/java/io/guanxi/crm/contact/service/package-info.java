/** The contact log over its own tables: entities for one record, plain queries for lists. */
@NullMarked
package io.guanxi.crm.contact.service;

import org.jspecify.annotations.NullMarked;
