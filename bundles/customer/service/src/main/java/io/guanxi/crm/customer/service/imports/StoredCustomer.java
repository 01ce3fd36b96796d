package io.guanxi.crm.customer.service.imports;

import io.guanxi.crm.customer.CustomerData;

/** A customer that is there already, bank accounts left out. */
record StoredCustomer(long id, long version, long updatedAt, CustomerData data) {}
