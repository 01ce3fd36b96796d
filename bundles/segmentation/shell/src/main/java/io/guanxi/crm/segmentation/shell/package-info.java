/** Karaf commands of segmentation. */
@NullMarked
package io.guanxi.crm.segmentation.shell;

import org.jspecify.annotations.NullMarked;
