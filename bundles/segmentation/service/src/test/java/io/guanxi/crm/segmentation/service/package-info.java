/** Tests of segmentation on columns. */
@NullMarked
package io.guanxi.crm.segmentation.service;

import org.jspecify.annotations.NullMarked;
