/** Segmentation over HTTP. */
@NullMarked
package io.guanxi.crm.segmentation.web;

import org.jspecify.annotations.NullMarked;
