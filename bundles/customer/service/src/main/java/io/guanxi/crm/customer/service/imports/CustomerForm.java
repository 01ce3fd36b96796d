package io.guanxi.crm.customer.service.imports;

import io.guanxi.crm.customer.Customer;
import io.guanxi.crm.customer.CustomerData;
import io.guanxi.crm.customer.service.CustomerChanges;
import io.guanxi.crm.customer.service.CustomerNews;
import io.guanxi.crm.platform.events.News;
import io.guanxi.crm.platform.fields.CustomValues;
import io.guanxi.crm.platform.history.Change;
import io.guanxi.crm.platform.history.ChangeKind;
import io.guanxi.crm.platform.imports.records.RecordForm;
import io.guanxi.crm.platform.imports.records.StoredRecord;
import io.guanxi.crm.platform.imports.records.WrittenRecord;
import java.util.List;
import java.util.Optional;

/** What is told of customers that come from files. */
final class CustomerForm implements RecordForm<CustomerData, Customer> {

    @Override
    public WrittenRecord<CustomerData> record(Customer after) {
        return new WrittenRecord<>(after.id().value(), after.version(), after.data());
    }

    @Override
    public CustomValues custom(CustomerData data) {
        return data.custom();
    }

    @Override
    public Change change(Optional<CustomerData> before, Customer after, ChangeKind kind) {
        return before.map(data -> CustomerChanges.of(data, after)).orElseGet(() -> CustomerChanges.of(after, kind));
    }

    @Override
    public List<News> written(Optional<? extends StoredRecord<CustomerData>> before, Customer after) {
        News news = CustomerNews.of(before.isPresent() ? "customer.changed" : "customer.created", after);
        boolean broughtBack = before.isPresent() && before.get().undone();
        return broughtBack ? List.of(CustomerNews.of("customer.restored", after), news) : List.of(news);
    }
}
