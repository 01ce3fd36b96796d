package io.guanxi.crm.customer.service.imports;

import io.guanxi.crm.customer.CustomerData;
import io.guanxi.crm.platform.imports.records.RecordPlan;
import java.util.Optional;

/** A customer to be written: a new one where nothing is there before. */
record CustomerPlan(CustomerData data, Optional<StoredCustomer> before) implements RecordPlan<CustomerData> {}
