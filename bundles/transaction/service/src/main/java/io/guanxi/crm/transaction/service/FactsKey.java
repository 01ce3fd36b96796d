package io.guanxi.crm.transaction.service;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Comparator;

/** A row of facts: one customer, one currency. Locked in its natural order by everyone, so that no two wait for each other. */
record FactsKey(long customer, String currency) implements Comparable<FactsKey> {

    private static final Comparator<FactsKey> ORDER =
            Comparator.comparingLong(FactsKey::customer).thenComparing(FactsKey::currency);

    @Override
    public int compareTo(FactsKey other) {
        return ORDER.compare(this, other);
    }

    void bind(PreparedStatement statement, int index) throws SQLException {
        statement.setLong(index, customer);
        statement.setString(index + 1, currency);
    }
}
