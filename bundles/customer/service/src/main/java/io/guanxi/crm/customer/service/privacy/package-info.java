/** What the archive keeps of persons: given to them, and erased. */
@NullMarked
package io.guanxi.crm.customer.service.privacy;

import org.jspecify.annotations.NullMarked;
