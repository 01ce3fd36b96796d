package io.guanxi.crm.customer.service.privacy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.guanxi.crm.customer.CustomerId;
import io.guanxi.crm.customer.CustomerKind;
import io.guanxi.crm.customer.PersonId;
import io.guanxi.crm.platform.fields.CustomField;
import io.guanxi.crm.platform.fields.CustomValues;
import io.guanxi.crm.platform.fields.Field;
import io.guanxi.crm.platform.fields.FieldCatalog;
import io.guanxi.crm.platform.fields.FieldType;
import io.guanxi.crm.platform.fields.values.ValueText;
import io.guanxi.crm.platform.history.ChangeEntry;
import io.guanxi.crm.platform.history.ChangeHistory;
import io.guanxi.crm.platform.history.FieldChange;
import io.guanxi.crm.platform.history.HistoryQuery;
import io.guanxi.crm.platform.modules.Neighbour;
import io.guanxi.crm.platform.privacy.Subject;
import io.guanxi.crm.platform.privacy.Traces;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What persons are found by: their names, numbers and addresses, those of today and those that the history knows. */
final class ArchiveTraces {

    private static final int PAGE = 200;
    private static final List<String> TEXTS =
            List.of("name", "shortName", "emails", "webSite", "registrationNumber", "bankAccounts");
    private static final List<String> NUMBERS = List.of("phones");
    // Shorter ones don't tell a person from others.
    private static final int SHORTEST_CUSTOM = 5;
    private static final ObjectMapper JSON = new ObjectMapper(); // meets trees alone, no types of any bundle

    private final StoredSubjects subjects;
    private final ChangeHistory history;
    private final Neighbour<FieldCatalog> fields;

    ArchiveTraces(StoredSubjects subjects, ChangeHistory history, Neighbour<FieldCatalog> fields) {
        this.subjects = subjects;
        this.history = history;
        this.fields = fields;
    }

    void trace(Subject subject, Traces traces) {
        if (subject.type().equals(CustomerPersonalData.PERSON)) {
            person(new PersonId(subject.id()), traces);
            subjects.customerOf(new PersonId(subject.id()))
                    .ifPresent(customer -> traces.near(CustomerPersonalData.CUSTOMER, List.of(customer.value())));
        } else {
            customer(new CustomerId(subject.id()), traces);
        }
    }

    private void person(PersonId id, Traces traces) {
        traces.about(CustomerPersonalData.PERSON, List.of(id.value()));
        subjects.person(id).ifPresent(person -> {
            traces.text(person.data().name());
            person.data().phones().forEach(traces::number);
            person.data().emails().forEach(traces::text);
            custom(CustomerPersonalData.PERSON, person.data().custom(), traces);
        });
        former(CustomerPersonalData.PERSON, id.value(), traces);
    }

    private void customer(CustomerId id, Traces traces) {
        traces.about(CustomerPersonalData.CUSTOMER, List.of(id.value()));
        subjects.customer(id).ifPresent(customer -> {
            traces.text(customer.data().name());
            customer.data().shortName().ifPresent(traces::text);
            customer.data().registrationNumber().ifPresent(traces::text);
            customer.data().webSite().ifPresent(traces::text);
            customer.data().phones().forEach(traces::number);
            customer.data().emails().forEach(traces::text);
            customer.data().bankAccounts().forEach(account -> traces.number(account.number()));
            custom(CustomerPersonalData.CUSTOMER, customer.data().custom(), traces);
            // Who is kept at a household belongs to it; who is kept at a person is kept because of them.
            if (customer.data().kind() == CustomerKind.HOUSEHOLD
                    || customer.data().kind() == CustomerKind.PERSON) {
                subjects.personsAt(id).forEach(person -> person(person, traces));
            }
        });
        former(CustomerPersonalData.CUSTOMER, id.value(), traces);
    }

    private void custom(String type, CustomValues values, Traces traces) {
        for (CustomField custom : fields.get().customFields(type)) {
            Field field = custom.field();
            if (field.use().personal() && field.type() == FieldType.TEXT) {
                values.get(field.code().substring(Field.CUSTOM.length()))
                        .map(ValueText::of)
                        .filter(text -> text.length() >= SHORTEST_CUSTOM)
                        .ifPresent(traces::text);
            }
        }
    }

    private void former(String type, long id, Traces traces) {
        List<String> asked = new ArrayList<>(TEXTS);
        asked.addAll(NUMBERS);
        Optional<HistoryQuery.Position> after = Optional.empty();
        List<ChangeEntry> page;
        do {
            page = history.list(new HistoryQuery(type, id, asked, after, PAGE));
            for (ChangeEntry entry : page) {
                entry.change().fields().forEach(change -> former(change, traces));
                after = Optional.of(new HistoryQuery.Position(entry.change().at(), entry.id()));
            }
        } while (page.size() == PAGE);
    }

    private static void former(FieldChange change, Traces traces) {
        boolean number = NUMBERS.contains(change.field());
        for (Optional<String> side : List.of(change.before(), change.after())) {
            side.ifPresent(json -> texts(json).forEach(text -> {
                if (number) {
                    traces.number(text);
                } else {
                    traces.text(text);
                }
            }));
        }
    }

    // A text, a list of texts, or a list of accounts.
    private static List<String> texts(String json) {
        List<String> texts = new ArrayList<>();
        try {
            JsonNode tree = JSON.readTree(json);
            if (tree.isTextual()) {
                texts.add(tree.asText());
            }
            tree.forEach(one -> {
                if (one.isTextual()) {
                    texts.add(one.asText());
                } else if (one.has("number")) {
                    texts.add(one.path("number").asText());
                }
            });
        } catch (JsonProcessingException e) {
            return List.of(); // somebody changed it by hand
        }
        return texts;
    }
}
