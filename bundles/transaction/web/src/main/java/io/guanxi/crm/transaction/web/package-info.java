/** Orders, deliveries and payments over HTTP: translation between the wire and the ledger, nothing else. */
@NullMarked
package io.guanxi.crm.transaction.web;

import org.jspecify.annotations.NullMarked;
