/** Persons' data given to them and erased, over all sources. */
@NullMarked
package io.guanxi.crm.platform.privacy.service;

import org.jspecify.annotations.NullMarked;
