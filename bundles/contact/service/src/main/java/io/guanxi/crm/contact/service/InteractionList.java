package io.guanxi.crm.contact.service;

import io.guanxi.crm.contact.Channel;
import io.guanxi.crm.contact.Direction;
import io.guanxi.crm.contact.Interaction;
import io.guanxi.crm.contact.InteractionData;
import io.guanxi.crm.contact.InteractionId;
import io.guanxi.crm.contact.InteractionQuery;
import io.guanxi.crm.contact.NextStep;
import io.guanxi.crm.customer.CustomerId;
import io.guanxi.crm.customer.PersonId;
import io.guanxi.crm.platform.persistence.Jdbc;
import io.guanxi.crm.platform.persistence.Rows;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Pages of interactions by key, newest first. A page is read in two steps, first what ties with the position and then what
 * lies behind it: each is one range of one index.
 */
final class InteractionList {

    private static final String LIVING = "SELECT * FROM CRM_CONTACT_INTERACTION WHERE ARCHIVED = 0";
    private static final String ORDER = " ORDER BY OCCURRED_AT DESC, ID DESC FETCH FIRST ";

    private final Jdbc jdbc;
    private final PersonTable persons;

    InteractionList(Jdbc jdbc, PersonTable persons) {
        this.jdbc = jdbc;
        this.persons = persons;
    }

    List<Interaction> page(InteractionQuery query) {
        if (query.after().isEmpty()) {
            return withPersons(read(query, "", List.of(), query.limit()));
        }
        InteractionQuery.Position position = query.after().get();
        long at = position.at().toEpochMilli();
        List<Interaction> page = new ArrayList<>(
                read(query, " AND OCCURRED_AT = ? AND ID < ?", List.of(at, position.id()), query.limit()));
        if (page.size() < query.limit()) {
            page.addAll(read(query, " AND OCCURRED_AT < ?", List.of(at), query.limit() - page.size()));
        }
        return withPersons(page);
    }

    private List<Interaction> read(InteractionQuery query, String condition, List<Long> values, int limit) {
        List<Long> parameters = new ArrayList<>();
        query.customer().ifPresent(customer -> parameters.add(customer.value()));
        parameters.addAll(values);
        String ofCustomer = query.customer().isPresent() ? " AND CUSTOMER_ID = ?" : "";
        return jdbc.list(
                LIVING + ofCustomer + condition + ORDER + limit + " ROWS ONLY",
                statement -> {
                    for (int i = 0; i < parameters.size(); i++) {
                        statement.setLong(i + 1, parameters.get(i));
                    }
                },
                InteractionList::withoutPersons);
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
