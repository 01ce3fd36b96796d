package io.guanxi.crm.customer.service;

import io.guanxi.crm.customer.Person;
import io.guanxi.crm.customer.PersonData;
import io.guanxi.crm.platform.fields.values.HistoryValues;
import io.guanxi.crm.platform.history.Change;
import io.guanxi.crm.platform.history.ChangeKind;
import io.guanxi.crm.platform.history.FieldChanges;
import java.util.LinkedHashMap;
import java.util.Map;

/** What the history tells of persons. */
public final class PersonChanges {

    private PersonChanges() {}

    /** A person who was added, archived or brought back. */
    public static Change of(Person person, ChangeKind kind) {
        return Change.of("person", person.id().value(), kind, person.updatedAt(), person.updatedBy());
    }

    static Change of(Person before, Person after) {
        return of(before.data(), after);
    }

    /** A person who was changed. */
    public static Change of(PersonData before, Person after) {
        return new Change(
                "person",
                after.id().value(),
                ChangeKind.CHANGED,
                after.updatedAt(),
                after.updatedBy(),
                FieldChanges.between(fields(before), fields(after.data())));
    }

    private static Map<String, Object> fields(PersonData data) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("name", data.name());
        fields.put("role", data.role());
        fields.put("phones", data.phones());
        fields.put("emails", data.emails());
        CustomerChanges.putDetails(fields, data.details());
        HistoryValues.put(fields, data.custom());
        return fields;
    }
}
