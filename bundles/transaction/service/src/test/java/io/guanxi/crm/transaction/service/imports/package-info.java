@NullMarked
package io.guanxi.crm.transaction.service.imports;

import org.jspecify.annotations.NullMarked;
