/** Fixtures for unit tests: real JTA, real JPA, real Derby in memory. */
@NullMarked
package io.guanxi.crm.platform.testing;

import org.jspecify.annotations.NullMarked;
