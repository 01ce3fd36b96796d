/** Orders as rows of files, with the columns of their import. */
@NullMarked
package io.guanxi.crm.transaction.service.exports;

import org.jspecify.annotations.NullMarked;
