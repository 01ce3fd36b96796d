/** Customers and persons over HTTP: translation between the wire and the archive, nothing else. */
@NullMarked
package io.guanxi.crm.customer.web;

import org.jspecify.annotations.NullMarked;
