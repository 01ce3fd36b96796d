@NullMarked
package io.guanxi.crm.customer.service.privacy;

import org.jspecify.annotations.NullMarked;
