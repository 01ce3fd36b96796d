/** The product as it is shipped, under test. */
@NullMarked
package io.guanxi.crm.itests;

import org.jspecify.annotations.NullMarked;
