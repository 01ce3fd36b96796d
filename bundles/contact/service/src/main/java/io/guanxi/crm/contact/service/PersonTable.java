package io.guanxi.crm.contact.service;

import io.guanxi.crm.customer.PersonId;
import io.guanxi.crm.platform.persistence.Jdbc;
import java.sql.PreparedStatement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Who took part in interactions; a changed list is written anew. */
final class PersonTable {

    private static final String INSERT =
            "INSERT INTO CRM_CONTACT_INTERACTION_PERSON (INTERACTION_ID, ORDINAL, PERSON_ID) VALUES (?, ?, ?)";
    private static final String DELETE = "DELETE FROM CRM_CONTACT_INTERACTION_PERSON WHERE INTERACTION_ID = ?";

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
        Map<Long, List<PersonId>> result = new HashMap<>();
        if (interactions.isEmpty()) {
            return result;
        }
        jdbc.list(
                "SELECT INTERACTION_ID, PERSON_ID FROM CRM_CONTACT_INTERACTION_PERSON WHERE INTERACTION_ID IN (?"
                        + ", ?".repeat(interactions.size() - 1) + ") ORDER BY INTERACTION_ID, ORDINAL",
                statement -> {
                    for (int i = 0; i < interactions.size(); i++) {
                        statement.setLong(i + 1, interactions.get(i));
                    }
                },
                row -> result.computeIfAbsent(row.getLong(1), id -> new ArrayList<>())
                        .add(new PersonId(row.getLong(2))));
        return result;
    }
}
