/** Keeps replies in the database, in the transaction of what they tell. */
@NullMarked
package io.guanxi.crm.platform.idempotency.service;

import org.jspecify.annotations.NullMarked;
