package io.guanxi.crm.contact.service;

import io.guanxi.crm.contact.Interaction;
import io.guanxi.crm.contact.InteractionData;
import io.guanxi.crm.platform.fields.values.HistoryValues;
import io.guanxi.crm.platform.history.Change;
import io.guanxi.crm.platform.history.ChangeKind;
import io.guanxi.crm.platform.history.FieldChange;
import io.guanxi.crm.platform.history.FieldChanges;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What the history tells of interactions. */
public final class InteractionChanges {

    private InteractionChanges() {}

    /** @param before empty for a new one */
    public static Change of(Optional<InteractionData> before, Interaction after, ChangeKind kind) {
        List<FieldChange> fields = before.map(data -> FieldChanges.between(fields(data), fields(after.data())))
                .orElse(List.of());
        return new Change("interaction", after.id().value(), kind, after.updatedAt(), after.updatedBy(), fields);
    }

    private static Map<String, Object> fields(InteractionData data) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("customerId", data.customer());
        fields.put("personIds", data.persons());
        fields.put("channel", data.channel());
        fields.put("direction", data.direction());
        fields.put("at", data.at());
        fields.put("until", data.until());
        fields.put("subject", data.subject());
        fields.put("summary", data.summary());
        fields.put("result", data.result());
        fields.put("by", data.by());
        fields.put("nextStep", data.nextStep());
        HistoryValues.put(fields, data.custom());
        return fields;
    }
}
