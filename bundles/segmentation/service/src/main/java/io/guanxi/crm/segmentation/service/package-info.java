/** Segmentation on columns in memory. */
@NullMarked
package io.guanxi.crm.segmentation.service;

import org.jspecify.annotations.NullMarked;
