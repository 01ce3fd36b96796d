/** How the formats are written. */
@NullMarked
package io.guanxi.crm.platform.exports.internal;

import org.jspecify.annotations.NullMarked;
