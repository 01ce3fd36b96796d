package io.guanxi.crm.customer.service.imports;

import io.guanxi.crm.customer.Customer;
import io.guanxi.crm.customer.service.CustomerTerms;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;

/** What many customers are found by. */
final class TermsWriter {

    private TermsWriter() {}

    static void write(Connection connection, List<CustomerPlan> plans, List<Customer> written) throws SQLException {
        try (PreparedStatement delete = connection.prepareStatement(CustomerTerms.CUSTOMERS.deleteSql());
                PreparedStatement insert = connection.prepareStatement(CustomerTerms.CUSTOMERS.insertSql())) {
            for (int i = 0; i < plans.size(); i++) {
                long id = written.get(i).id().value();
                Set<String> after = CustomerTerms.of(written.get(i).data());
                Set<String> before = plans.get(i)
                        .before()
                        .map(stored -> CustomerTerms.of(stored.data()))
                        .orElse(Set.of());
                if (!after.equals(before)) {
                    if (!before.isEmpty()) {
                        delete.setLong(1, id);
                        delete.addBatch();
                    }
                    CustomerTerms.CUSTOMERS.addTo(insert, id, after);
                }
            }
            delete.executeBatch();
            insert.executeBatch();
        }
    }
}
