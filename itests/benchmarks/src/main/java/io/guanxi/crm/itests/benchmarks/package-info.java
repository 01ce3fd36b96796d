/** Measures the product beside the plainest program that does the same work. */
@NullMarked
package io.guanxi.crm.itests.benchmarks;

import org.jspecify.annotations.NullMarked;
