package io.guanxi.crm.customer.service.imports;

import io.guanxi.crm.customer.CustomerData;
import io.guanxi.crm.customer.Ownership;
import io.guanxi.crm.platform.imports.records.StoredRecord;

/**
 * A customer that is there already, bank accounts left out.
 *
 * @param undone archived by the undo of an import: as good as never entered
 */
record StoredCustomer(long id, long version, long updatedAt, boolean undone, Ownership ownership, CustomerData data)
        implements StoredRecord<CustomerData> {}
