package io.guanxi.crm.contact.service.imports;

import io.guanxi.crm.contact.Interaction;
import io.guanxi.crm.contact.InteractionData;
import io.guanxi.crm.contact.InteractionId;
import io.guanxi.crm.contact.NextStep;
import io.guanxi.crm.customer.PersonId;
import io.guanxi.crm.platform.persistence.IdSequence;
import io.guanxi.crm.platform.persistence.Rows;
import io.guanxi.crm.platform.problem.StaleVersionException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Writes planned interactions in batches, as the log would have written them one by one. */
final class InteractionWriter {

    private static final String COLUMNS = "CUSTOMER_ID, CHANNEL, DIRECTION, OCCURRED_AT, UNTIL_AT, SUBJECT, SUMMARY,"
            + " OUTCOME, DONE_BY, NEXT_ON, NEXT_WHAT, UPDATED_AT, UPDATED_BY";
    private static final int COUNT = COLUMNS.split(",").length;
    private static final String INSERT = "INSERT INTO CRM_CONTACT_INTERACTION (" + COLUMNS
            + ", CREATED_AT, CREATED_BY, ID, VERSION) VALUES (" + "?, ".repeat(COUNT) + "?, ?, ?, 1)";
    private static final String UPDATE = "UPDATE CRM_CONTACT_INTERACTION SET " + COLUMNS.replace(",", " = ?,")
            + " = ?, ARCHIVED = 0, ARCHIVED_AT = NULL, UNDONE_AT = NULL, VERSION = VERSION + 1"
            + " WHERE ID = ? AND VERSION = ?";
    private static final String ARCHIVE = "UPDATE CRM_CONTACT_INTERACTION SET ARCHIVED = 1, ARCHIVED_AT = ?,"
            + " UNDONE_AT = ?, UPDATED_AT = ?, UPDATED_BY = ?, VERSION = VERSION + 1 WHERE ID = ? AND VERSION = ?";
    private static final String INSERT_PERSON =
            "INSERT INTO CRM_CONTACT_INTERACTION_PERSON (INTERACTION_ID, ORDINAL, PERSON_ID) VALUES (?, ?, ?)";
    private static final String DELETE_PERSONS = "DELETE FROM CRM_CONTACT_INTERACTION_PERSON WHERE INTERACTION_ID = ?";

    private final IdSequence ids = new IdSequence("CRM_CONTACT_INTERACTION_SEQ");

    /** The interactions as they are now, in the order of the plans; each is living. */
    List<Interaction> write(Connection connection, List<InteractionPlan> plans, Instant now, String by)
            throws SQLException {
        List<Interaction> written = new ArrayList<>(plans.size());
        try (PreparedStatement insert = connection.prepareStatement(INSERT);
                PreparedStatement update = connection.prepareStatement(UPDATE)) {
            for (InteractionPlan plan : plans) {
                Optional<StoredInteraction> before = plan.before();
                long id = before.isPresent() ? before.get().id() : ids.next(connection);
                long version = before.map(StoredInteraction::version).orElse(0L) + 1;
                PreparedStatement statement = before.isPresent() ? update : insert;
                bind(statement, plan.data());
                Instant at = before.map(b -> later(now, b)).orElse(now);
                Rows.setInstant(statement, 12, at);
                statement.setString(13, by);
                if (before.isPresent()) {
                    statement.setLong(COUNT + 1, id);
                    statement.setLong(COUNT + 2, version - 1);
                } else {
                    Rows.setInstant(statement, COUNT + 1, now);
                    statement.setString(COUNT + 2, by);
                    statement.setLong(COUNT + 3, id);
                }
                statement.addBatch();
                written.add(new Interaction(
                        new InteractionId(id), version, plan.data(), now, by, at, by, Optional.empty()));
            }
            insert.executeBatch();
            requireAll(update.executeBatch());
        }
        persons(connection, plans, written);
        return written;
    }

    /** Takes what an import has created out of the log again. */
    static List<Interaction> archive(Connection connection, List<StoredInteraction> created, Instant now, String by)
            throws SQLException {
        List<Interaction> archived = new ArrayList<>(created.size());
        try (PreparedStatement statement = connection.prepareStatement(ARCHIVE)) {
            for (StoredInteraction interaction : created) {
                Instant at = later(now, interaction);
                for (int i = 1; i <= 3; i++) {
                    Rows.setInstant(statement, i, at);
                }
                statement.setString(4, by);
                statement.setLong(5, interaction.id());
                statement.setLong(6, interaction.version());
                statement.addBatch();
                archived.add(new Interaction(
                        new InteractionId(interaction.id()),
                        interaction.version() + 1,
                        interaction.data(),
                        now,
                        by,
                        at,
                        by,
                        Optional.of(at)));
            }
            requireAll(statement.executeBatch());
        }
        return archived;
    }

    private static Instant later(Instant now, StoredInteraction before) {
        return Instant.ofEpochMilli(Math.max(now.toEpochMilli(), before.updatedAt() + 1));
    }

    /** Somebody changed one of them since it was read: the chunk is to be planned anew. */
    private static void requireAll(int[] changed) {
        for (int rows : changed) {
            if (rows == 0) {
                throw new StaleVersionException();
            }
        }
    }

    private static void bind(PreparedStatement s, InteractionData data) throws SQLException {
        s.setLong(1, data.customer().value());
        s.setString(2, data.channel().name());
        s.setString(3, data.direction().name());
        Rows.setInstant(s, 4, data.at());
        Rows.setInstant(s, 5, data.until());
        s.setString(6, data.subject());
        Rows.setText(s, 7, data.summary());
        Rows.setText(s, 8, data.result());
        Rows.setText(s, 9, data.by());
        Rows.setDate(s, 10, data.nextStep().map(NextStep::at));
        Rows.setText(s, 11, data.nextStep().map(NextStep::what));
    }

    private static void persons(Connection connection, List<InteractionPlan> plans, List<Interaction> written)
            throws SQLException {
        try (PreparedStatement delete = connection.prepareStatement(DELETE_PERSONS);
                PreparedStatement insert = connection.prepareStatement(INSERT_PERSON)) {
            for (int i = 0; i < plans.size(); i++) {
                List<PersonId> after = plans.get(i).data().persons();
                List<PersonId> before =
                        plans.get(i).before().map(b -> b.data().persons()).orElse(List.of());
                if (after.equals(before)) {
                    continue;
                }
                if (!before.isEmpty()) {
                    delete.setLong(1, written.get(i).id().value());
                    delete.addBatch();
                }
                for (int ordinal = 0; ordinal < after.size(); ordinal++) {
                    insert.setLong(1, written.get(i).id().value());
                    insert.setInt(2, ordinal);
                    insert.setLong(3, after.get(ordinal).value());
                    insert.addBatch();
                }
            }
            delete.executeBatch();
            insert.executeBatch();
        }
    }
}
