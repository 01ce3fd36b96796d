@NullMarked
package io.guanxi.crm.platform.query.sql;

import org.jspecify.annotations.NullMarked;
