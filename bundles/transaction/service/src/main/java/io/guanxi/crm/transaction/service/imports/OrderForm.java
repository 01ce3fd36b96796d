package io.guanxi.crm.transaction.service.imports;

import io.guanxi.crm.platform.events.News;
import io.guanxi.crm.platform.fields.CustomValues;
import io.guanxi.crm.platform.history.Change;
import io.guanxi.crm.platform.history.ChangeKind;
import io.guanxi.crm.platform.imports.records.RecordForm;
import io.guanxi.crm.platform.imports.records.StoredRecord;
import io.guanxi.crm.platform.imports.records.WrittenRecord;
import io.guanxi.crm.transaction.Order;
import io.guanxi.crm.transaction.OrderData;
import io.guanxi.crm.transaction.service.OrderChanges;
import io.guanxi.crm.transaction.service.OrderNews;
import java.util.List;
import java.util.Optional;

/** What is told of orders that come from files. */
final class OrderForm implements RecordForm<OrderData, Order> {

    @Override
    public WrittenRecord<OrderData> record(Order after) {
        return new WrittenRecord<>(after.id().value(), after.version(), after.data());
    }

    @Override
    public CustomValues custom(OrderData data) {
        return data.custom();
    }

    @Override
    public Change change(Optional<OrderData> before, Order after, ChangeKind kind) {
        return before.map(data -> OrderChanges.changed(data, after)).orElseGet(() -> OrderChanges.placed(after));
    }

    @Override
    public List<News> written(Optional<? extends StoredRecord<OrderData>> before, Order after) {
        return before.isPresent() ? OrderNews.changed(before.get().data(), after) : OrderNews.placed(after);
    }
}
