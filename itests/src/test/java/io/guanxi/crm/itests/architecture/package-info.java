/** Who asks the database for records knows how far the caller reaches. */
@NullMarked
package io.guanxi.crm.itests.architecture;

import org.jspecify.annotations.NullMarked;
