/** Tests of the kept replies. */
@NullMarked
package io.guanxi.crm.platform.idempotency.service;

import org.jspecify.annotations.NullMarked;
