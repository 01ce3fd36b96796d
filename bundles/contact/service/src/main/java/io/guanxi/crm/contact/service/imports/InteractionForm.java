package io.guanxi.crm.contact.service.imports;

import io.guanxi.crm.contact.Interaction;
import io.guanxi.crm.contact.InteractionData;
import io.guanxi.crm.contact.service.InteractionChanges;
import io.guanxi.crm.contact.service.InteractionNews;
import io.guanxi.crm.platform.events.News;
import io.guanxi.crm.platform.fields.CustomValues;
import io.guanxi.crm.platform.history.Change;
import io.guanxi.crm.platform.history.ChangeKind;
import io.guanxi.crm.platform.imports.records.RecordForm;
import io.guanxi.crm.platform.imports.records.StoredRecord;
import io.guanxi.crm.platform.imports.records.WrittenRecord;
import java.util.List;
import java.util.Optional;

/** What is told of interactions that come from files. */
final class InteractionForm implements RecordForm<InteractionData, Interaction> {

    @Override
    public WrittenRecord<InteractionData> record(Interaction after) {
        return new WrittenRecord<>(after.id().value(), after.version(), after.data());
    }

    @Override
    public CustomValues custom(InteractionData data) {
        return data.custom();
    }

    @Override
    public Change change(Optional<InteractionData> before, Interaction after, ChangeKind kind) {
        return InteractionChanges.of(before, after, kind);
    }

    @Override
    public List<News> written(Optional<? extends StoredRecord<InteractionData>> before, Interaction after) {
        boolean known = before.isPresent() && !before.get().undone();
        return List.of(news(known ? "interaction.changed" : "interaction.recorded", after));
    }

    static News news(String topic, Interaction after) {
        return InteractionNews.of(topic, after.id().value(), after.version(), after.data());
    }
}
