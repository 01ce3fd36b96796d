/** Reports over HTTP. */
@NullMarked
package io.guanxi.crm.reporting.web;

import org.jspecify.annotations.NullMarked;
