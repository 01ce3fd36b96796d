package io.guanxi.crm.contact.service;

import io.guanxi.crm.customer.PersonId;
import io.guanxi.crm.platform.persistence.Jdbc;
import io.guanxi.crm.platform.persistence.KeyQuery;
import java.sql.PreparedStatement;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/** Who took part in interactions; a changed list is written anew. */
final class PersonTable {

    private static final String INSERT =
            "INSERT INTO CRM_CONTACT_INTERACTION_PERSON (INTERACTION_ID, ORDINAL, PERSON_ID) VALUES (?, ?, ?)";
    private static final String DELETE = "DELETE FROM CRM_CONTACT_INTERACTION_PERSON WHERE INTERACTION_ID = ?";

    private static final String SELECT = "SELECT INTERACTION_ID, ORDINAL, PERSON_ID FROM "
            + KeyQuery.table("CRM_CONTACT_INTERACTION_PERSON", "CRM_CONTACT_INTERACTION_PERSON_PK")
            + "WHERE INTERACTION_ID";

    private final Jdbc jdbc;

    PersonTable(Jdbc jdbc) {
        this.jdbc = jdbc;
    }

    void replace(long interaction, List<PersonId> before, List<PersonId> after) {
        if (before.equals(after)) {
            return;
        }
        jdbc.update(DELETE, statement -> statement.setLong(1, interaction));
        jdbc.with(connection -> {
            try (PreparedStatement statement = connection.prepareStatement(INSERT)) {
                for (int ordinal = 0; ordinal < after.size(); ordinal++) {
                    statement.setLong(1, interaction);
                    statement.setInt(2, ordinal);
                    statement.setLong(3, after.get(ordinal).value());
                    statement.addBatch();
                }
                return statement.executeBatch();
            }
        });
    }

    List<PersonId> of(long interaction) {
        return ofAll(List.of(interaction)).getOrDefault(interaction, List.of());
    }

    /** The persons of these interactions, in order; interactions without any are missing. */
    Map<Long, List<PersonId>> ofAll(List<Long> interactions) {
        Map<Long, NavigableMap<Integer, PersonId>> found = new HashMap<>();
        jdbc.with(connection -> {
            KeyQuery.visit(connection, SELECT, interactions, row -> found.computeIfAbsent(
                            row.getLong(1), id -> new TreeMap<>())
                    .put(row.getInt(2), new PersonId(row.getLong(3))));
            return 0;
        });
        Map<Long, List<PersonId>> result = new HashMap<>();
        found.forEach((interaction, persons) -> result.put(interaction, List.copyOf(persons.values())));
        return result;
    }
}
