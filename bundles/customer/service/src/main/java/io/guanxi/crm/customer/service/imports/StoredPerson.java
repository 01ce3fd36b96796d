package io.guanxi.crm.customer.service.imports;

import io.guanxi.crm.customer.CustomerId;
import io.guanxi.crm.customer.PersonData;
import io.guanxi.crm.platform.imports.records.StoredRecord;

/**
 * A person that is there already.
 *
 * @param undone archived by the undo of an import: as good as never entered
 */
record StoredPerson(
        long id, CustomerId customer, long version, long updatedAt, boolean undone, String nameKey, PersonData data)
        implements StoredRecord<PersonData> {}
