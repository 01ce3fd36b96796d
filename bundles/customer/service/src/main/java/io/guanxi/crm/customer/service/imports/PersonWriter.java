package io.guanxi.crm.customer.service.imports;

import io.guanxi.crm.customer.Birthday;
import io.guanxi.crm.customer.Person;
import io.guanxi.crm.customer.PersonData;
import io.guanxi.crm.customer.PersonDetails;
import io.guanxi.crm.customer.PersonId;
import io.guanxi.crm.customer.service.CustomerName;
import io.guanxi.crm.customer.service.CustomerTerms;
import io.guanxi.crm.customer.service.PartTable;
import io.guanxi.crm.customer.service.Parts;
import io.guanxi.crm.platform.persistence.IdSequence;
import io.guanxi.crm.platform.persistence.Rows;
import io.guanxi.crm.platform.problem.StaleVersionException;
import io.guanxi.crm.platform.search.TermChanges;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** Writes planned persons in batches, as the archive would have written them one by one. */
final class PersonWriter {

    private static final String COLUMNS = "NAME, NAME_KEY, PERSON_ROLE, SEX, BIRTHDAY, BIRTHDAY_LUNAR, JOB_POSITION,"
            + " EDUCATION, OCCUPATION, PREFERENCES, UPDATED_AT, UPDATED_BY";
    private static final int COUNT = COLUMNS.split(",").length;
    private static final String INSERT = "INSERT INTO CRM_CUSTOMER_PERSON (" + COLUMNS
            + ", CREATED_AT, CREATED_BY, CUSTOMER_ID, ID, VERSION) VALUES (" + "?, ".repeat(COUNT) + "?, ?, ?, ?, 1)";
    private static final String UPDATE = "UPDATE CRM_CUSTOMER_PERSON SET " + COLUMNS.replace(",", " = ?,")
            + " = ?, ARCHIVED = 0, ARCHIVED_AT = NULL, UNDONE_AT = NULL, VERSION = VERSION + 1"
            + " WHERE ID = ? AND VERSION = ?";
    private static final String ARCHIVE = "UPDATE CRM_CUSTOMER_PERSON SET ARCHIVED = 1, ARCHIVED_AT = ?, UNDONE_AT = ?,"
            + " UPDATED_AT = ?, UPDATED_BY = ?, VERSION = VERSION + 1 WHERE ID = ? AND VERSION = ?";

    private final IdSequence ids = new IdSequence("CRM_CUSTOMER_PERSON_SEQ");

    /** The persons as they are now, in the order of the plans; each is living. */
    List<Person> write(Connection connection, List<PersonPlan> plans, Instant now, String by) throws SQLException {
        List<Person> written = new ArrayList<>(plans.size());
        try (PreparedStatement insert = connection.prepareStatement(INSERT);
                PreparedStatement update = connection.prepareStatement(UPDATE)) {
            for (PersonPlan plan : plans) {
                Optional<StoredPerson> before = plan.before();
                long id = before.isPresent() ? before.get().id() : ids.next(connection);
                long version = before.map(StoredPerson::version).orElse(0L) + 1;
                Instant at = before.map(b -> later(now, b)).orElse(now);
                PreparedStatement statement = before.isPresent() ? update : insert;
                bind(statement, plan.data(), at, by);
                if (before.isPresent()) {
                    statement.setLong(COUNT + 1, id);
                    statement.setLong(COUNT + 2, version - 1);
                } else {
                    Rows.setInstant(statement, COUNT + 1, at);
                    statement.setString(COUNT + 2, by);
                    statement.setLong(COUNT + 3, plan.customer().value());
                    statement.setLong(COUNT + 4, id);
                }
                statement.addBatch();
                written.add(new Person(
                        new PersonId(id), plan.customer(), version, plan.data(), now, by, at, by, Optional.empty()));
            }
            insert.executeBatch();
            requireAll(update.executeBatch());
        }
        parts(connection, plans, written, Parts.PERSON_PHONES, PersonData::phones);
        parts(connection, plans, written, Parts.PERSON_EMAILS, PersonData::emails);
        terms(connection, plans, written);
        return written;
    }

    /** Takes what an import has created out of the lists again; the persons as they are now. */
    static List<Person> archive(Connection connection, List<StoredPerson> created, Instant now, String by)
            throws SQLException {
        List<Person> archived = new ArrayList<>(created.size());
        try (PreparedStatement statement = connection.prepareStatement(ARCHIVE)) {
            for (StoredPerson person : created) {
                Instant at = later(now, person);
                for (int i = 1; i <= 3; i++) {
                    Rows.setInstant(statement, i, at);
                }
                statement.setString(4, by);
                statement.setLong(5, person.id());
                statement.setLong(6, person.version());
                statement.addBatch();
                archived.add(new Person(
                        new PersonId(person.id()),
                        person.customer(),
                        person.version() + 1,
                        person.data(),
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

    private static Instant later(Instant now, StoredPerson before) {
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

    private static void bind(PreparedStatement s, PersonData data, Instant at, String by) throws SQLException {
        PersonDetails details = data.details();
        s.setString(1, data.name());
        s.setString(2, CustomerName.normalised(data.name()));
        Rows.setText(s, 3, data.role());
        s.setString(4, details.sex().name());
        Rows.setDate(s, 5, details.birthday().map(Birthday::date));
        s.setInt(6, details.birthday().filter(Birthday::lunar).isPresent() ? 1 : 0);
        Rows.setText(s, 7, details.position());
        Rows.setText(s, 8, details.education());
        Rows.setText(s, 9, details.occupation());
        Rows.setText(s, 10, details.preferences());
        Rows.setInstant(s, 11, at);
        s.setString(12, by);
    }

    private static void parts(
            Connection connection,
            List<PersonPlan> plans,
            List<Person> written,
            PartTable<String> table,
            Function<PersonData, List<String>> parts)
            throws SQLException {
        List<PartTable.Change<String>> changes = new ArrayList<>(plans.size());
        for (int i = 0; i < plans.size(); i++) {
            List<String> before =
                    plans.get(i).before().map(b -> parts.apply(b.data())).orElse(List.of());
            List<String> after = parts.apply(plans.get(i).data());
            changes.add(new PartTable.Change<>(written.get(i).id().value(), before, after));
        }
        table.replaceAll(connection, changes);
    }

    private static void terms(Connection connection, List<PersonPlan> plans, List<Person> written) throws SQLException {
        TermChanges terms = CustomerTerms.PERSONS.changes();
        for (int i = 0; i < plans.size(); i++) {
            terms.add(
                    written.get(i).id().value(),
                    plans.get(i)
                            .before()
                            .map(before -> CustomerTerms.of(before.data()))
                            .orElse(Set.of()),
                    CustomerTerms.of(written.get(i).data()));
        }
        terms.write(connection);
    }
}
