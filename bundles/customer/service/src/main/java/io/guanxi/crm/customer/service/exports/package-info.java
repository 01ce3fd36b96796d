/** Customers and persons as rows of files, with the columns of their imports. */
@NullMarked
package io.guanxi.crm.customer.service.exports;

import org.jspecify.annotations.NullMarked;
