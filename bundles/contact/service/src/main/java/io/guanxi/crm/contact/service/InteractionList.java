package io.guanxi.crm.contact.service;

import static io.guanxi.crm.platform.query.sql.Storage.CONSTANT;
import static io.guanxi.crm.platform.query.sql.Storage.DATE;
import static io.guanxi.crm.platform.query.sql.Storage.ID;
import static io.guanxi.crm.platform.query.sql.Storage.MILLIS;
import static io.guanxi.crm.platform.query.sql.Storage.TEXT;
import static java.util.Map.entry;

import io.guanxi.crm.contact.Channel;
import io.guanxi.crm.contact.Direction;
import io.guanxi.crm.contact.Interaction;
import io.guanxi.crm.contact.InteractionData;
import io.guanxi.crm.contact.InteractionFields;
import io.guanxi.crm.contact.InteractionId;
import io.guanxi.crm.contact.InteractionQuery;
import io.guanxi.crm.contact.NextStep;
import io.guanxi.crm.customer.CustomerId;
import io.guanxi.crm.customer.PersonId;
import io.guanxi.crm.platform.fields.Field;
import io.guanxi.crm.platform.fields.values.CustomFields;
import io.guanxi.crm.platform.persistence.Jdbc;
import io.guanxi.crm.platform.persistence.Rows;
import io.guanxi.crm.platform.query.ListQuery;
import io.guanxi.crm.platform.query.Slice;
import io.guanxi.crm.platform.query.SortOrder;
import io.guanxi.crm.platform.query.sql.Column;
import io.guanxi.crm.platform.query.sql.Columns;
import io.guanxi.crm.platform.query.sql.KeysetSelect;
import io.guanxi.crm.platform.query.sql.Sql;
import io.guanxi.crm.platform.security.FieldRights;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Pages of interactions, the interaction's table being {@code I}. */
final class InteractionList {

    private static final Columns COLUMNS = Columns.of(
            InteractionFields.ALL,
            Map.ofEntries(
                    entry("id", Column.Own.of("I.ID", ID)),
                    entry("customerId", Column.Own.of("I.CUSTOMER_ID", ID)),
                    entry(
                            "personIds",
                            Column.Beside.of(
                                    "I.ID", "CRM_CONTACT_INTERACTION_PERSON", "INTERACTION_ID", "PERSON_ID", ID)),
                    entry("channel", Column.Own.of("I.CHANNEL", CONSTANT)),
                    entry("direction", Column.Own.of("I.DIRECTION", CONSTANT)),
                    entry("at", Column.Own.of("I.OCCURRED_AT", MILLIS)),
                    entry("until", Column.Own.nullable("I.UNTIL_AT", MILLIS)),
                    entry("subject", Column.Own.of("I.SUBJECT", TEXT)),
                    entry("summary", Column.Own.nullable("I.SUMMARY", TEXT)),
                    entry("result", Column.Own.nullable("I.OUTCOME", TEXT)),
                    entry("by", Column.Own.of("I.DONE_BY", TEXT)),
                    entry("nextStep.at", Column.Own.nullable("I.NEXT_ON", DATE)),
                    entry("nextStep.what", Column.Own.nullable("I.NEXT_WHAT", TEXT)),
                    entry("createdAt", Column.Own.of("I.CREATED_AT", MILLIS)),
                    entry("createdBy", Column.Own.of("I.CREATED_BY", TEXT)),
                    entry("updatedAt", Column.Own.of("I.UPDATED_AT", MILLIS)),
                    entry("updatedBy", Column.Own.of("I.UPDATED_BY", TEXT))));

    private static final Set<String> TEXTS = Set.of("subject", "summary", "result");
    private static final List<Field> SEARCHED = COLUMNS.fields().stream()
            .filter(field -> TEXTS.contains(field.code()))
            .toList();

    private final PersonTable persons;
    private final CustomFields custom;
    private final KeysetSelect<Interaction> pages;

    InteractionList(Jdbc jdbc, PersonTable persons, CustomFields custom) {
        this.persons = persons;
        this.custom = custom;
        this.pages = new KeysetSelect<>(jdbc, "SELECT I.*", "I.ID", InteractionList::withoutPersons);
    }

    Columns columns(FieldRights rights) {
        Columns all = COLUMNS.with(custom.fields(), "I.ID", "CRM_CONTACT_INTERACTION");
        return rights.everything() ? all : all.of(rights::reads);
    }

    private static ListQuery searched(InteractionQuery query, FieldRights rights) {
        return query.list()
                .searchedIn(SEARCHED.stream()
                        .filter(field -> rights.reads(field.code()))
                        .toList());
    }

    /** @param scope a condition on {@code I} that begins with AND, or nothing */
    Slice<Interaction> page(InteractionQuery query, Sql scope, FieldRights rights) {
        Slice<Interaction> page =
                pages.page(from(query, index(query)).add(scope), columns(rights), searched(query, rights));
        return new Slice<>(withPersons(page.rows()), page.next());
    }

    Slice<InteractionId> ids(InteractionQuery query, Sql scope, FieldRights rights) {
        return pages.ids(from(query, index(query)).add(scope), columns(rights), searched(query, rights))
                .map(InteractionId::new);
    }

    long count(InteractionQuery query, Sql scope, FieldRights rights) {
        return pages.count(from(query, "").add(scope), columns(rights), searched(query, rights));
    }

    private static Sql from(InteractionQuery query, String index) {
        Sql sql = Sql.of(" FROM CRM_CONTACT_INTERACTION I" + index + " WHERE I.ARCHIVED = 0");
        query.customer().ifPresent(customer -> sql.add(" AND I.CUSTOMER_ID = ?", customer.value()));
        return sql;
    }

    // Derby judges an index without knowing how few rows a page takes; PostgreSQL reads this as a comment.
    private static String index(InteractionQuery query) {
        Optional<SortOrder.Key> first = query.list().sort().first();
        if (query.list().fixes("id") || (first.isEmpty() && query.customer().isEmpty())) {
            return " --DERBY-PROPERTIES constraint=CRM_CONTACT_INTERACTION_PK\n";
        }
        boolean newest = first.isPresent() && first.get().descending();
        String all = newest ? "CRM_CONTACT_NEW_IX" : "CRM_CONTACT_OLD_IX";
        return " --DERBY-PROPERTIES index=" + (query.customer().isPresent() ? "CRM_CONTACT_CUSTOMER_IX" : all) + "\n";
    }

    private List<Interaction> withPersons(List<Interaction> page) {
        List<Long> ids = page.stream().map(i -> i.id().value()).toList();
        Map<Long, List<PersonId>> all = persons.ofAll(ids);
        return page.stream()
                .map(i -> with(i, all.getOrDefault(i.id().value(), List.of())))
                .toList();
    }

    private static Interaction with(Interaction i, List<PersonId> persons) {
        InteractionData d = i.data();
        InteractionData data = new InteractionData(
                d.customer(),
                persons,
                d.channel(),
                d.direction(),
                d.at(),
                d.until(),
                d.subject(),
                d.summary(),
                d.result(),
                d.by(),
                d.nextStep());
        return new Interaction(
                i.id(), i.version(), data, i.createdAt(), i.createdBy(), i.updatedAt(), i.updatedBy(), i.archivedAt());
    }

    private static Interaction withoutPersons(ResultSet row) throws SQLException {
        InteractionData data = new InteractionData(
                new CustomerId(row.getLong("CUSTOMER_ID")),
                List.of(),
                Channel.valueOf(row.getString("CHANNEL")),
                Direction.valueOf(row.getString("DIRECTION")),
                Rows.instant(row, "OCCURRED_AT"),
                Rows.optionalInstant(row, "UNTIL_AT"),
                row.getString("SUBJECT"),
                Rows.optionalText(row, "SUMMARY"),
                Rows.optionalText(row, "OUTCOME"),
                Rows.optionalText(row, "DONE_BY"),
                nextStep(row));
        return new Interaction(
                new InteractionId(row.getLong("ID")),
                row.getLong("VERSION"),
                data,
                Rows.instant(row, "CREATED_AT"),
                row.getString("CREATED_BY"),
                Rows.instant(row, "UPDATED_AT"),
                row.getString("UPDATED_BY"),
                Rows.optionalInstant(row, "ARCHIVED_AT"));
    }

    private static Optional<NextStep> nextStep(ResultSet row) throws SQLException {
        Optional<String> what = Rows.optionalText(row, "NEXT_WHAT");
        return Rows.optionalDate(row, "NEXT_ON").flatMap(at -> what.map(w -> new NextStep(at, w)));
    }
}
