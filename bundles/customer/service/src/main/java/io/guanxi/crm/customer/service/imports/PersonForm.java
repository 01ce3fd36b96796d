package io.guanxi.crm.customer.service.imports;

import io.guanxi.crm.customer.Person;
import io.guanxi.crm.customer.PersonData;
import io.guanxi.crm.customer.service.CustomerNews;
import io.guanxi.crm.customer.service.PersonChanges;
import io.guanxi.crm.platform.events.News;
import io.guanxi.crm.platform.fields.CustomValues;
import io.guanxi.crm.platform.history.Change;
import io.guanxi.crm.platform.history.ChangeKind;
import io.guanxi.crm.platform.imports.records.RecordForm;
import io.guanxi.crm.platform.imports.records.StoredRecord;
import io.guanxi.crm.platform.imports.records.WrittenRecord;
import java.util.List;
import java.util.Optional;

/** What is told of persons that come from files. */
final class PersonForm implements RecordForm<PersonData, Person> {

    @Override
    public WrittenRecord<PersonData> record(Person after) {
        return new WrittenRecord<>(after.id().value(), after.version(), after.data());
    }

    @Override
    public CustomValues custom(PersonData data) {
        return data.custom();
    }

    @Override
    public Change change(Optional<PersonData> before, Person after, ChangeKind kind) {
        return before.map(data -> PersonChanges.of(data, after)).orElseGet(() -> PersonChanges.of(after, kind));
    }

    @Override
    public List<News> written(Optional<? extends StoredRecord<PersonData>> before, Person after) {
        boolean known = before.isPresent() && !before.get().undone();
        return List.of(CustomerNews.of(known ? "person.changed" : "person.added", after));
    }
}
