package io.guanxi.crm.transaction.service.imports;

import io.guanxi.crm.platform.imports.records.RecordPlan;
import io.guanxi.crm.platform.imports.records.StoredRecord;
import io.guanxi.crm.transaction.Order;
import io.guanxi.crm.transaction.Payment;
import java.util.Optional;

/** A payment to be written; what is there already stays as it is. */
record PaymentPlan(Order order, Payment data) implements RecordPlan<Payment> {

    @Override
    public Optional<? extends StoredRecord<Payment>> before() {
        return Optional.empty();
    }
}
