package io.guanxi.crm.customer.service.imports;

import io.guanxi.crm.customer.CustomerId;
import io.guanxi.crm.customer.PersonData;
import io.guanxi.crm.platform.imports.records.RecordPlan;
import java.util.Optional;

/** A person to be written: a new one where nothing is there before. */
record PersonPlan(CustomerId customer, PersonData data, Optional<StoredPerson> before)
        implements RecordPlan<PersonData> {}
