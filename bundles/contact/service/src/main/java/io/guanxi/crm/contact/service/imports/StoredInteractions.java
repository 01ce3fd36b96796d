package io.guanxi.crm.contact.service.imports;

import io.guanxi.crm.contact.Channel;
import io.guanxi.crm.contact.Direction;
import io.guanxi.crm.contact.InteractionData;
import io.guanxi.crm.contact.NextStep;
import io.guanxi.crm.customer.CustomerId;
import io.guanxi.crm.customer.PersonId;
import io.guanxi.crm.platform.fields.CustomValues;
import io.guanxi.crm.platform.fields.values.ImportedValues;
import io.guanxi.crm.platform.persistence.KeyQuery;
import io.guanxi.crm.platform.persistence.Rows;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The interactions that a chunk may speak of: those of its customers within its span of time, living or undone. */
final class StoredInteractions {

    private static final String SELECT = "SELECT ID, VERSION, CUSTOMER_ID, CHANNEL, DIRECTION, OCCURRED_AT, UNTIL_AT,"
            + " SUBJECT, SUMMARY, OUTCOME, DONE_BY, NEXT_ON, NEXT_WHAT, UPDATED_AT, ARCHIVED_AT, UNDONE_AT FROM ";
    private static final String OF_CUSTOMERS = SELECT + "CRM_CONTACT_INTERACTION"
            + " --DERBY-PROPERTIES index=CRM_CONTACT_SAME_IX\n"
            + " WHERE (ARCHIVED = 0 OR UNDONE_AT = ARCHIVED_AT) AND OCCURRED_AT BETWEEN %d AND %d AND CUSTOMER_ID";
    private static final String BY_ID =
            SELECT + KeyQuery.table("CRM_CONTACT_INTERACTION", "CRM_CONTACT_INTERACTION_PK") + "WHERE ID";
    private static final String PERSONS = "SELECT INTERACTION_ID, ORDINAL, PERSON_ID FROM "
            + KeyQuery.table("CRM_CONTACT_INTERACTION_PERSON", "CRM_CONTACT_INTERACTION_PERSON_PK")
            + "WHERE INTERACTION_ID";

    private final Map<Long, StoredInteraction> byId = new HashMap<>();
    private final Map<String, StoredInteraction> byKey = new HashMap<>();

    private StoredInteractions() {}

    /** @param moments of the rows, at least one */
    static StoredInteractions of(
            Connection connection, Collection<CustomerId> customers, Collection<Instant> moments, ImportedValues custom)
            throws SQLException {
        long from = moments.stream().mapToLong(Instant::toEpochMilli).min().orElseThrow();
        long to = moments.stream().mapToLong(Instant::toEpochMilli).max().orElseThrow();
        return read(
                connection,
                String.format(OF_CUSTOMERS, from, to),
                customers.stream().map(CustomerId::value).toList(),
                custom);
    }

    static StoredInteractions ofIds(Connection connection, Collection<Long> ids, ImportedValues custom)
            throws SQLException {
        return read(connection, BY_ID, ids, custom);
    }

    private static StoredInteractions read(
            Connection connection, String select, Collection<Long> keys, ImportedValues custom) throws SQLException {
        Map<Long, StoredInteraction> bare = new HashMap<>();
        KeyQuery.visit(connection, select, keys, row -> bare.put(row.getLong("ID"), bare(row)));
        Map<Long, TreeMap<Integer, PersonId>> persons = new HashMap<>();
        KeyQuery.visit(connection, PERSONS, bare.keySet(), row -> persons.computeIfAbsent(
                        row.getLong(1), id -> new TreeMap<>())
                .put(row.getInt(2), new PersonId(row.getLong(3))));
        Map<Long, CustomValues> values = custom.stored(bare.keySet());
        StoredInteractions stored = new StoredInteractions();
        for (StoredInteraction s : bare.values()) {
            List<PersonId> its = new ArrayList<>(
                    persons.getOrDefault(s.id(), new TreeMap<>()).values());
            InteractionData data = with(s.data(), its, values.getOrDefault(s.id(), CustomValues.NONE));
            stored.add(new StoredInteraction(s.id(), s.version(), s.updatedAt(), s.undone(), data));
        }
        return stored;
    }

    private void add(StoredInteraction interaction) {
        byId.put(interaction.id(), interaction);
        byKey.merge(key(interaction.data()), interaction, (a, b) -> a.undone() ? b : a);
    }

    /** Whom they were with. */
    Set<CustomerId> customers() {
        return byId.values().stream()
                .map(interaction -> interaction.data().customer())
                .collect(Collectors.toSet());
    }

    Optional<StoredInteraction> byId(long id) {
        return Optional.ofNullable(byId.get(id));
    }

    /** The interaction with the same customer, moment, channel and subject. */
    Optional<StoredInteraction> same(InteractionData data) {
        return Optional.ofNullable(byKey.get(key(data)));
    }

    private static String key(InteractionData d) {
        return d.customer().value() + " " + d.at().toEpochMilli() + " " + d.channel() + " "
                + d.subject().strip();
    }

    private static InteractionData with(InteractionData d, List<PersonId> persons, CustomValues custom) {
        return new InteractionData(
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
                d.nextStep(),
                custom);
    }

    private static StoredInteraction bare(ResultSet row) throws SQLException {
        Optional<String> what = Rows.optionalText(row, "NEXT_WHAT");
        Optional<Instant> undoneAt = Rows.optionalInstant(row, "UNDONE_AT");
        return new StoredInteraction(
                row.getLong("ID"),
                row.getLong("VERSION"),
                row.getLong("UPDATED_AT"),
                undoneAt.isPresent() && undoneAt.equals(Rows.optionalInstant(row, "ARCHIVED_AT")),
                new InteractionData(
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
                        Rows.optionalDate(row, "NEXT_ON").flatMap(at -> what.map(w -> new NextStep(at, w)))));
    }
}
