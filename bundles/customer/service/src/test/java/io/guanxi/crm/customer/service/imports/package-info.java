@NullMarked
package io.guanxi.crm.customer.service.imports;

import org.jspecify.annotations.NullMarked;
