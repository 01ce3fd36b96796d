/** Reports on the columns that segmentation keeps in memory. */
@NullMarked
package io.guanxi.crm.reporting.service;

import org.jspecify.annotations.NullMarked;
