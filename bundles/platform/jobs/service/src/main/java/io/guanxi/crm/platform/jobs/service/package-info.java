/** When jobs are due, who runs them, and what became of it. */
@NullMarked
package io.guanxi.crm.platform.jobs.service;

import org.jspecify.annotations.NullMarked;
