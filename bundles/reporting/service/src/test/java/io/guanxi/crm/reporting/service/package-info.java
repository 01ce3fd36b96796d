/** Tests of the reports. */
@NullMarked
package io.guanxi.crm.reporting.service;

import org.jspecify.annotations.NullMarked;
