package io.guanxi.crm.transaction.service.imports;

import io.guanxi.crm.platform.events.News;
import io.guanxi.crm.platform.fields.CustomValues;
import io.guanxi.crm.platform.history.Change;
import io.guanxi.crm.platform.history.ChangeKind;
import io.guanxi.crm.platform.imports.records.RecordForm;
import io.guanxi.crm.platform.imports.records.StoredRecord;
import io.guanxi.crm.platform.imports.records.WrittenRecord;
import io.guanxi.crm.transaction.Payment;
import io.guanxi.crm.transaction.service.OrderChanges;
import io.guanxi.crm.transaction.service.OrderNews;
import java.util.List;
import java.util.Optional;

/** What is told of payments that come from files: in the history it is their orders' that they stand in. */
final class PaymentForm implements RecordForm<Payment, PaidOrder> {

    /** A payment never changes. */
    static final long VERSION = 1;

    @Override
    public WrittenRecord<Payment> record(PaidOrder after) {
        return new WrittenRecord<>(after.payment().id(), VERSION, after.payment());
    }

    @Override
    public CustomValues custom(Payment data) {
        return CustomValues.NONE;
    }

    @Override
    public Change change(Optional<Payment> before, PaidOrder after, ChangeKind kind) {
        return kind == ChangeKind.ARCHIVED
                ? OrderChanges.withdrawn(after.order().id(), after.payment(), after.at(), after.by())
                : OrderChanges.paid(after.order().id(), after.payment(), after.at(), after.by());
    }

    @Override
    public List<News> written(Optional<? extends StoredRecord<Payment>> before, PaidOrder after) {
        return List.of(OrderNews.paid(after.order(), after.payment()));
    }
}
