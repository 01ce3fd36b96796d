/** Views in the database. */
@NullMarked
package io.guanxi.crm.platform.views.service;

import org.jspecify.annotations.NullMarked;
