/** The customer archive over its own tables: entities for one record, plain queries for lists. */
@NullMarked
package io.guanxi.crm.customer.service;

import org.jspecify.annotations.NullMarked;
