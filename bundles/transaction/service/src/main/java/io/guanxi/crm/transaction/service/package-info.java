/** The ledger over its own tables: entities for one order, plain queries for lists, facts kept with every change. */
@NullMarked
package io.guanxi.crm.transaction.service;

import org.jspecify.annotations.NullMarked;
