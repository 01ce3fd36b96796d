/** The change log in its tables. */
@NullMarked
package io.guanxi.crm.platform.history.service;

import org.jspecify.annotations.NullMarked;
