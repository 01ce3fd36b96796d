/** Tests of the engine. */
@NullMarked
package io.guanxi.crm.segmentation.engine;

import org.jspecify.annotations.NullMarked;
